import type { CreateCampaign } from "./campaign.ts";
import type { Payout } from "./payout.ts";
import type { Vertical } from "./vertical.ts";

/** What a new campaign of a vertical starts from; `why` says what the terms are chosen for. */
export type VerticalTemplate = {
  vertical: Vertical;
  name: string;
  why: string;
  terms: Pick<CreateCampaign, "recording" | "dialAttemptsMax" | "ringTimeoutSeconds" | "timeLimitSeconds"> & {
    payout: Payout;
  };
  apology: string;
};

const toPayout = (micros: string, seconds: number): Payout => ({
  kind: "fixed",
  micros,
  due: { kind: "length", seconds },
});

const terms = {
  recording: "off",
  dialAttemptsMax: 3,
  ringTimeoutSeconds: 25,
  timeLimitSeconds: 5400,
} as const;

export const verticalTemplates: readonly VerticalTemplate[] = [
  {
    vertical: "healthcare",
    name: "Dental appointments",
    why: "Recording stays off, since callers speak of their health; a minute is enough to book a visit.",
    terms: { ...terms, payout: toPayout("35000000", 60) },
    apology:
      "We are sorry, all our coordinators are with other patients. Please call again in a few minutes. " +
      "If this is an emergency, please hang up and dial your local emergency number.",
  },
  {
    vertical: "insurance",
    name: "Auto insurance quotes",
    why: "A quote takes a while, so the payout waits for 90 seconds and calls may be long.",
    terms: { ...terms, payout: toPayout("18000000", 90), timeLimitSeconds: 7200 },
    apology: "We are sorry, all our licensed agents are busy right now. Please call again in a few minutes.",
  },
  {
    vertical: "legal",
    name: "Injury claims intake",
    why: "Few calls of high value: more attempts, a longer ring, and two minutes before the payout.",
    terms: {
      ...terms,
      payout: toPayout("120000000", 120),
      dialAttemptsMax: 5,
      ringTimeoutSeconds: 30,
      timeLimitSeconds: 7200,
    },
    apology: "We are sorry, our intake team is with other callers. Please call again shortly.",
  },
  {
    vertical: "home-services",
    name: "Heating and plumbing repair",
    why: "Callers in a hurry hang up early, so each target rings for 20 seconds and the next is tried.",
    terms: { ...terms, payout: toPayout("25000000", 60), ringTimeoutSeconds: 20, timeLimitSeconds: 3600 },
    apology: "We are sorry, every technician is on another call. Please try again in a few minutes.",
  },
  {
    vertical: "financial-services",
    name: "Debt relief consultations",
    why: "A consultation that counts lasts two minutes at least, and the whole of it may take two hours.",
    terms: { ...terms, payout: toPayout("40000000", 120), timeLimitSeconds: 7200 },
    apology: "We are sorry, all our specialists are with other callers. Please call again in a few minutes.",
  },
  {
    vertical: "education",
    name: "Course enrolment",
    why: "Advisers pick up slowly, so they ring for 30 seconds; 90 seconds tell an interested caller.",
    terms: { ...terms, payout: toPayout("22000000", 90), ringTimeoutSeconds: 30 },
    apology: "We are sorry, our advisers are all on other calls. Please call again later today.",
  },
  {
    vertical: "other",
    name: "New campaign",
    why: "Plain terms: three attempts of 25 seconds and nothing paid until you set a payout.",
    terms: { ...terms, payout: toPayout("0", 60) },
    apology: "We are sorry, nobody can take your call right now. Please try again later.",
  },
];
