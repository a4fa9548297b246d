import type { CarrierProblem } from "@ccp/contract";
import type { Address, CarrierNumber, Inspection } from "#carriers/twilio/inspect-account.ts";
import type { Webhooks } from "#carriers/twilio/webhooks.ts";

type OwnNumber = { id: number; number: string };

const ofAccount = (
  problem: Pick<CarrierProblem, "kind" | "sentence"> & Partial<CarrierProblem>,
): CarrierProblem => ({ number: null, found: null, expected: null, ...problem });

/** What stands after the `#` only says how often the carrier repeats. */
const toPlace = (url: string): string => url.replace(/#.*$/, "");

const isRight = ({ url, method }: Address, expected: string): boolean =>
  toPlace(url) === toPlace(expected) && method === "POST";

const toFound = ({ url, method }: Address): string | null => (url === "" ? null : `${method} ${url}`);

const checks = [
  { kind: "voice-url", field: "voice", expects: "voiceUrl", what: "a call comes in" },
  {
    kind: "voice-fallback-url",
    field: "voiceFallback",
    expects: "voiceFallbackUrl",
    what: "the first address fails",
  },
  { kind: "status-callback", field: "statusCallback", expects: "statusCallback", what: "the call is over" },
] as const;

const checkNumber = (number: OwnNumber, found: CarrierNumber, webhooks: Webhooks): CarrierProblem[] => {
  if (found.takenBy !== null) {
    const sentence = `${number.number} is handed to ${found.takenBy}, so its own addresses are not asked; detach it.`;
    return [{ kind: "voice-url", number, sentence, found: found.takenBy, expected: webhooks.voiceUrl }];
  }
  return checks
    .filter(({ field, expects }) => !isRight(found[field], webhooks[expects]))
    .map(({ kind, field, expects, what }) => ({
      kind,
      number,
      sentence: `${number.number} does not ask this server when ${what}; set the address with POST.`,
      found: toFound(found[field]),
      expected: webhooks[expects],
    }));
};

/** What of the carrier's own words keeps calls to our numbers from being routed here, and what to set instead. */
export const findProblems = (
  inspection: Inspection,
  numbers: readonly OwnNumber[],
  webhooks: Webhooks,
): CarrierProblem[] => {
  if (inspection.kind === "unreachable") {
    const sentence = "The carrier could not be asked; see whether this server reaches it, then verify again.";
    return [ofAccount({ kind: "unreachable", sentence, found: inspection.message })];
  }
  if (inspection.kind === "refused") {
    const sentence = "The carrier refuses the token; give the account's present auth token.";
    return [ofAccount({ kind: "refused-token", sentence, found: inspection.message })];
  }
  const isActive = inspection.status === "active";
  const sentence = `The carrier says that the account is ${inspection.status}; have it made active there.`;
  const ofStatus = {
    kind: "account-not-active",
    sentence,
    found: inspection.status,
    expected: "active",
  } as const;
  const known = new Map(inspection.numbers.map((each) => [each.number, each]));
  const ofNumbers = numbers.flatMap((number): CarrierProblem[] => {
    const found = known.get(number.number);
    if (found !== undefined) return checkNumber(number, found, webhooks);
    const missing = `${number.number} is none of the account's numbers; buy it there, or remove it here.`;
    return [{ kind: "number-missing", number, sentence: missing, found: null, expected: number.number }];
  });
  return [...(isActive ? [] : [ofAccount(ofStatus)]), ...ofNumbers];
};
