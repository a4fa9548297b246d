import type { Scenario, Scenarios } from "#list/scenario.ts";
import { callNumber, makeCampaign, makeNumber, type Row, setPlanRows } from "#world/line.ts";
import type { Land } from "#world/open-land.ts";
import { phones, type Stage, toWhom, shareStages } from "#world/open-stage.ts";
import type { Story } from "#world/tell-call.ts";
import { toUnique } from "#world/unique.ts";
import { toFilterFields } from "./filters.ts";
import { toHoursFields } from "./hours.ts";
import { create, type Field } from "./writing.ts";

export type AgentKind = "agent" | "agent-group";

type Who = "ann" | "ben";

export const say = ({ client }: Stage, id: unknown, status: unknown, reason: unknown = "At work") =>
  client.send("setAgentStatus", { params: { id }, body: { status, reason } });

/** Somebody who takes as many calls as come, without a pause, and is available. */
export const makeAgent = async (
  stage: Stage,
  who: Who,
  body: Record<string, unknown> = {},
): Promise<string> => {
  const base = {
    name: toUnique(who),
    destination: { kind: "phone", address: phones[who] },
    callsAtOnce: 20,
    wrapUpSeconds: 0,
  };
  const id = (await create(stage, "createAgent", { ...base, ...body })) as string;
  await say(stage, id, "available");
  return id;
};

export const makeAgentGroup = async (stage: Stage, agentIds: readonly string[]): Promise<string> => {
  const id = (await create(stage, "createAgentGroup", { name: toUnique("Support") })) as string;
  const items = agentIds.map((agentId) => ({ agentId }));
  await stage.client.send("putAgentGroupMembers", { params: { id }, body: { items } });
  return id;
};

/** A row for an agent, or for a group of it alone. */
export const toAgentRow = async (
  stage: Stage,
  kind: AgentKind,
  agentId: string,
  place: object,
): Promise<Row> =>
  kind === "agent"
    ? { agentId, ...place }
    : { agentGroupId: await makeAgentGroup(stage, [agentId]), ...place };

export const tellWho = ({ rang }: Story): string[] => rang.map(({ phone }) => toWhom(phone));

/** Whom a call reached, and why not the others. */
export const tellVerdict = (story: Story) => ({
  rang: tellWho(story),
  why: story.shown.decisions[0]?.candidates
    .filter(({ verdict }) => verdict === "refused")
    .map(({ sentence }) => sentence),
});

const toNumber = async (stage: Stage, planId: string): Promise<{ number: string }> =>
  makeNumber(stage, await makeCampaign(stage, { planId }));

const byCall =
  (tell: (story: Story) => unknown): Field["see"] =>
  async (stage, planId) =>
    tell(await callNumber(stage, (await toNumber(stage, String(planId))).number));

/** Fields of a row of agents, as those of a noun which is a plan with such a row. */
const toFields = (): Record<string, Field> => {
  const { timeZone: _, ...hours } = toHoursFields(byCall(tellVerdict));
  return { ...hours, ...toFilterFields(toNumber) };
};

type MakePlan = (stage: Stage) => Promise<string>;

/** Whether most of nine calls ring the agent before the target when this field of its row is set so. */
const byShare =
  (stage: () => Promise<Stage>, makePlan: MakePlan, { kind, field }: { kind: AgentKind; field: string }) =>
  async (value: unknown) => {
    const on = await stage();
    const planId = await makePlan(on);
    const place = { priority: 2, weight: 30, [field]: value };
    const first = await toAgentRow(on, kind, await makeAgent(on, "ann"), place);
    await setPlanRows(on, planId, [first, { targetId: on.targets.back, priority: 2, weight: 30 }]);
    const { number: to } = await toNumber(on, planId);
    const stories = await on.land.call(Array.from({ length: 9 }, () => ({ to, account: on })));
    return stories.filter((story) => tellWho(story)[0] === "ann").length > 4;
  };

const ofKind = (stage: () => Promise<Stage>, makePlan: MakePlan, kind: AgentKind): Scenarios => {
  const prefix = `putPlanRows.body.items[]<${kind}>`;
  /** A plan that asks the agent, and the back office after it. */
  const makeWith = async (on: Stage, who: Who, place: object): Promise<string> => {
    const planId = await makePlan(on);
    const agentId = await makeAgent(on, who, { skills: ["Spanish"] });
    await setPlanRows(on, planId, [
      await toAgentRow(on, kind, agentId, { priority: 1, ...place }),
      { targetId: on.targets.back, priority: 2 },
    ]);
    return planId;
  };
  const ofPlace = (values: readonly unknown[], name: string, tell: (story: Story) => unknown): Scenario => ({
    values,
    play: async (value) => {
      const on = await stage();
      const { number } = await toNumber(on, await makeWith(on, "ann", { [name]: value }));
      return tell(await callNumber(on, number, { farEnds: { [phones.ann]: { kind: "no-answer" } } }));
    },
  });
  const scenarios = Object.entries(toFields()).map(
    ([name, { values, toChange, see }]): [string, Scenario] => [
      `${prefix}.${name}`,
      {
        values,
        play: async (value) => {
          const on = await stage();
          return see(on, await makeWith(on, "ann", (await toChange?.(on, value)) ?? {}));
        },
      },
    ],
  );
  return {
    ...Object.fromEntries(scenarios),
    [`${prefix}.${kind === "agent" ? "agentId" : "agentGroupId"}`]: {
      values: ["ann", "ben"],
      play: async (who) => {
        const on = await stage();
        const { number } = await toNumber(on, await makeWith(on, who as Who, {}));
        return tellWho(await callNumber(on, number));
      },
    },
    [`${prefix}.priority`]: { values: [1, 3], play: byShare(stage, makePlan, { kind, field: "priority" }) },
    [`${prefix}.weight`]: { values: [1, 1000], play: byShare(stage, makePlan, { kind, field: "weight" }) },
    [`${prefix}.enabled`]: ofPlace([true, false], "enabled", tellWho),
    [`${prefix}.dialAttemptsMax`]: ofPlace([1, 2], "dialAttemptsMax", tellWho),
    [`${prefix}.ringTimeoutSeconds`]: ofPlace(
      [null, 10],
      "ringTimeoutSeconds",
      ({ rang }) => rang[0]?.ringSeconds,
    ),
    [`${prefix}.skills[]`]: {
      values: ["spanish", "French"],
      play: async (skill) => {
        const on = await stage();
        const planId = await makeWith(on, "ann", { skills: [skill] });
        return tellVerdict(await callNumber(on, (await toNumber(on, planId)).number));
      },
    },
  };
};

/** Rows of plans that are for agents and for groups of them; `open` opens a stage on which rows are set in the way under test. */
export const agentRowScenarios = (
  land: Land,
  { makePlan, open }: { makePlan: MakePlan; open: (land: Land) => Promise<Stage> },
): Scenarios => {
  const ofOwn = (kind: AgentKind) => ofKind(shareStages(land, open), makePlan, kind);
  return { ...ofOwn("agent"), ...ofOwn("agent-group") };
};
