import { callSort, configurationNoun, type Dashboard, figureNoun, type NounFiguresList } from "@ccp/contract";
import type { Scenario, Scenarios } from "#list/scenario.ts";
import type { Library } from "#world/open-library.ts";
import { type Parameter, toListScenarios, toReadingScenarios } from "./reading.ts";

const toFilter = (one: string, two: string): Parameter => ({ values: [one, `!${one}`, `${one},${two}`] });

const flag: Parameter = { values: ["true", "false"] };

const day = { from: "2026-01-01T00:00:00Z", to: "2026-01-06T00:00:00Z" };

/** Each of them leads to another number of the library's calls. */
const filters: Record<string, Parameter> = {
  id: toFilter("{call0}", "{call1}"),
  campaignId: toFilter("{line2}", "{line1}"),
  publisherId: toFilter("{press}", "{radio}"),
  buyerId: toFilter("{acme}", "{bolt}"),
  targetId: toFilter("{spare}", "{front}"),
  numberId: toFilter("{numberOfLine2}", "{numberOfLine1}"),
  status: toFilter("ringing", "ended"),
  outcome: toFilter("abandoned", "not-connected"),
  converted: flag,
  noRevenueReason: toFilter("too-short", "abandoned"),
  noPayoutReason: toFilter("abandoned", "not-connected"),
  hasRecording: flag,
  isDuplicate: flag,
  hasVoicemail: flag,
  connectedSecondsMin: { values: [undefined, 50] },
  connectedSecondsMax: { values: [undefined, 50] },
  caller: { values: ["(310) 555-0199", "0188"] },
  dialled: { values: ["{dialled0}", "{dialled2}"], beside: day },
  from: { values: [day.from, "2026-01-05T12:00:00Z"] },
  to: { values: [day.to, "2026-01-05T12:00:00Z"] },
};

const toToday = (answer: unknown): unknown => (answer as Dashboard).today.calls.value;

const toFigures = (answer: unknown): unknown =>
  (answer as NounFiguresList).items.map(({ id, month, revenueMicros }) => ({ id, month, revenueMicros }));

const idsOf: Readonly<Record<string, string>> = {
  campaign: "line0",
  publisher: "radio",
  buyer: "acme",
  target: "front",
  number: "numberOfLine0",
  plan: "plan0",
  "target-group": "group0",
  agent: "agent0",
  "agent-group": "agentGroup0",
};

/** Who uses the one noun of each kind that is in use. */
const references = (library: () => Promise<Library>): Scenarios => {
  const askFor = async (noun: string, id: string): Promise<unknown> => {
    const { stage, words } = await library();
    const query = { noun, id: words.get(id) ?? id };
    const { items } = await stage.client.send("listReferences", { query });
    return items.map(({ noun: user, name, how }) => `${user} ${name} ${how}`);
  };
  const byNoun: Scenario = {
    values: configurationNoun.options,
    play: (noun) => askFor(String(noun), idsOf[String(noun)] ?? ""),
  };
  const byId: Scenario = { values: ["line0", "campaign3"], play: (id) => askFor("campaign", String(id)) };
  return { "listReferences.query.noun": byNoun, "listReferences.query.id": byId };
};

/** The call log, its file, its count, and the figures of calls. */
export const callListScenarios = (library: () => Promise<Library>): Scenarios => ({
  ...toListScenarios(
    library,
    { list: "listCalls", file: "exportCalls" },
    { ...filters, sort: { values: callSort.unwrap().options, beside: day } },
    ["time,outcome", "caller"],
  ),
  ...toReadingScenarios(library, "listCalls", { sinceBookedSeq: { values: [0, 1_000_000_000] } }),
  ...toReadingScenarios(library, "exportCalls", { sinceBookedSeq: { values: [0, 1_000_000_000] } }),
  ...toReadingScenarios(library, "countCalls", filters, (answer) => answer),
  ...toReadingScenarios(
    library,
    "getDashboard",
    {
      campaignId: toFilter("{line2}", "{line1}"),
      publisherId: toFilter("{press}", "{radio}"),
      buyerId: toFilter("{acme}", "{bolt}"),
    },
    toToday,
  ),
  ...toReadingScenarios(
    library,
    "listNounFigures",
    {
      by: { values: figureNoun.options },
      ids: { values: [undefined, "{line0}"], beside: { by: "campaign" } },
    },
    toFigures,
  ),
  ...references(library),
});
