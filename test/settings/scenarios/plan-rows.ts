import type { Scenario, Scenarios } from "#list/scenario.ts";
import { callNumber, makeCampaign, makeNumber, type Row, setPlanRows } from "#world/line.ts";
import type { Land } from "#world/open-land.ts";
import { phones, type Stage, toWhom, shareStages } from "#world/open-stage.ts";
import type { Story } from "#world/tell-call.ts";
import { toUnique } from "#world/unique.ts";
import { type AgentKind, makeAgent, toAgentRow } from "./agent-rows.ts";
import { toFilterFields } from "./filters.ts";
import { toHoursFields } from "./hours.ts";
import { seeThrice } from "./repeats.ts";
import { seeRevenues, seeShortCalls, talk, toRevenueFields } from "./revenue.ts";
import { seeBoth } from "./traffic.ts";
import { expectationValues, seeExpectation, seeStrategy, strategyValues } from "./strategy.ts";
import { create, type Field } from "./writing.ts";

type MakePlan = (stage: Stage) => Promise<string>;

type CallBy = (stage: Stage, planId: string, rows: readonly Row[]) => Promise<Story>;

type Kind = "target" | "group";

const tellWho = ({ rang }: Story): string[] => rang.map(({ phone }) => toWhom(phone));

const makeGroup = async (stage: Stage, targetIds: readonly string[]): Promise<string> => {
  const id = (await create(stage, "createTargetGroup", { name: toUnique("Desks") })) as string;
  const items = targetIds.map((targetId) => ({ targetId }));
  await stage.client.send("putTargetGroupMembers", { params: { id }, body: { items } });
  return id;
};

/** A row for a target, or for a group of it alone. */
const toRow = async (stage: Stage, kind: Kind, targetId: string, place: object): Promise<Row> =>
  kind === "target" ? { targetId, ...place } : { groupId: await makeGroup(stage, [targetId]), ...place };

const toVerdict = (story: Story) => ({
  rang: tellWho(story),
  why: story.shown.decisions[0]?.candidates
    .filter(({ verdict }) => verdict === "refused")
    .map(({ sentence }) => sentence),
});

/** What a call to a campaign comes to that goes by the plan as it is. */
const byCall =
  (tell: (story: Story) => unknown): Field["see"] =>
  async (stage, planId) => {
    const { number } = await makeNumber(stage, await makeCampaign(stage, { planId }));
    return tell(await callNumber(stage, number));
  };

const toLine = async (stage: Stage, planId: string) =>
  makeNumber(stage, await makeCampaign(stage, { planId }));

const toNumber = async (stage: Stage, planId: string): Promise<string> =>
  (await toLine(stage, planId)).number;

/** The number of a plan whose rows are changed first. */
const toChangedNumber =
  (change: (rows: readonly Row[]) => readonly Row[]) =>
  async (stage: Stage, planId: string): Promise<string> => {
    const { items } = await stage.client.send("getPlanRows", { params: { id: planId } });
    const rows = items.flatMap((row) =>
      row.kind === "target" || row.kind === "group"
        ? [
            {
              ...(row.kind === "target" ? { targetId: row.target.id } : { groupId: row.group.id }),
              revenue: row.revenue,
              priority: row.priority,
            },
          ]
        : [],
    );
    await setPlanRows(stage, planId, change(rows));
    return toNumber(stage, planId);
  };

const toAloneNumber = toChangedNumber((rows) => rows.slice(0, 1));

const toTurnedNumber = toChangedNumber((rows) =>
  rows.map((row) => ({ ...row, priority: 3 - (row.priority ?? 1) })),
);

const revenueSees = {
  money: byCall(({ shown }) => shown.money),
  again: seeThrice(toAloneNumber, ({ shown }) => shown.money.revenueMicros),
  shortCalls: seeShortCalls(toAloneNumber, phones.front),
  afterWaits: seeRevenues(toTurnedNumber, [
    { [phones.back]: { kind: "no-answer" }, [phones.front]: talk(60) },
    { [phones.back]: { kind: "busy" }, [phones.front]: talk(63) },
  ]),
};

/** A field of a row, as that of a noun which is a plan with such a row. */
const toFields = (): Record<string, Field> => {
  const { timeZone: _, ...hours } = toHoursFields(byCall(toVerdict));
  return { ...toRevenueFields(revenueSees), ...hours, ...toFilterFields(toLine) };
};

/** Whether most of nine calls ring the first row before the second when this field of it is set so. */
const byShare =
  (stage: () => Promise<Stage>, makePlan: MakePlan, { kind, field }: { kind: Kind; field: string }) =>
  async (value: unknown) => {
    const on = await stage();
    const { front, back } = on.targets;
    const planId = await makePlan(on);
    const first = await toRow(on, kind, front, { priority: 2, weight: 30, [field]: value });
    await setPlanRows(on, planId, [first, { targetId: back, priority: 2, weight: 30 }]);
    const { number: to } = await makeNumber(on, await makeCampaign(on, { planId }));
    const stories = await on.land.call(Array.from({ length: 9 }, () => ({ to, account: on })));
    return stories.filter((story) => tellWho(story)[0] === "front").length > 4;
  };

const placeScenarios = (
  stage: () => Promise<Stage>,
  { makePlan, callBy, kind }: { makePlan: MakePlan; callBy: CallBy; kind: Kind },
): Scenarios => {
  const see = async (on: Stage, targetId: string, place: object): Promise<Story> =>
    callBy(on, await makePlan(on), [await toRow(on, kind, targetId, place)]);
  const prefix = `putPlanRows.body.items[]<${kind}>`;
  return {
    [`${prefix}.${kind}Id`]: {
      values: ["front", "back"],
      play: async (value) => {
        const on = await stage();
        return tellWho(await see(on, on.targets[value as "front" | "back"], {}));
      },
    },
    [`${prefix}.priority`]: { values: [1, 3], play: byShare(stage, makePlan, { kind, field: "priority" }) },
    [`${prefix}.weight`]: { values: [1, 1000], play: byShare(stage, makePlan, { kind, field: "weight" }) },
    [`${prefix}.enabled`]: {
      values: [true, false],
      play: async (enabled) => {
        const on = await stage();
        return tellWho(await see(on, on.targets.front, { enabled }));
      },
    },
    [`${prefix}.dialAttemptsMax`]: {
      values: [1, 2],
      play: async (dialAttemptsMax) => {
        const on = await stage();
        const planId = await makePlan(on);
        await setPlanRows(on, planId, [await toRow(on, kind, on.targets.front, { dialAttemptsMax })]);
        const { number } = await makeNumber(on, await makeCampaign(on, { planId }));
        return tellWho(await callNumber(on, number, { farEnds: { [phones.front]: { kind: "busy" } } }));
      },
    },
    [`${prefix}.ringTimeoutSeconds`]: {
      values: [null, 10],
      play: async (ringTimeoutSeconds) => {
        const on = await stage();
        const planId = await makePlan(on);
        await setPlanRows(on, planId, [await toRow(on, kind, on.targets.front, { ringTimeoutSeconds })]);
        const { number } = await makeNumber(on, await makeCampaign(on, { planId }));
        const { rang } = await callNumber(on, number, { farEnds: { [phones.front]: { kind: "no-answer" } } });
        return rang[0]?.ringSeconds;
      },
    },
  };
};

/** What a row says instead of its target; null is what the target itself says. */
const overrideScenarios = (
  stage: () => Promise<Stage>,
  { makePlan, callBy, kind }: { makePlan: MakePlan; callBy: CallBy; kind: Kind },
): Scenarios => {
  const prefix = `putPlanRows.body.items[]<${kind}>`;
  const makeWith = async (on: Stage, place: object): Promise<string> => {
    const planId = await makePlan(on);
    await setPlanRows(on, planId, [
      await toRow(on, kind, on.targets.front, { priority: 1, ...place }),
      { targetId: on.targets.back, priority: 2 },
    ]);
    return planId;
  };
  const scenarios = Object.entries(toFields()).map(
    ([name, { values, toChange, see }]): [string, Scenario] => [
      `${prefix}.${name}`,
      {
        values,
        play: async (value) => {
          const on = await stage();
          return see(on, await makeWith(on, (await toChange?.(on, value)) ?? {}));
        },
      },
    ],
  );
  const fixed = { kind: "fixed", micros: "9000000", conversion: { kind: "connected" } };
  return {
    ...Object.fromEntries(scenarios),
    [`${prefix}.concurrencyMax`]: {
      values: [null, 1],
      play: async (concurrencyMax) => {
        const on = await stage();
        return seeBoth((_on, id) => toLine(on, String(id)))(on, await makeWith(on, { concurrencyMax }));
      },
    },
    [`${prefix}.revenue`]: {
      values: [null, "its own"],
      play: async (value) => {
        const on = await stage();
        const row = await toRow(on, kind, on.targets.front, { revenue: value === null ? null : fixed });
        return (await callBy(on, await makePlan(on), [row])).shown.money;
      },
    },
  };
};

/** `open` opens a stage on which rows are set in the way that is under test. */
export const planRowScenarios = (
  land: Land,
  { makePlan, callBy, open }: { makePlan: MakePlan; callBy: CallBy; open: (land: Land) => Promise<Stage> },
): Scenarios => {
  const stage = shareStages(land, open);
  const ofKind = (kind: Kind): Scenarios => ({
    ...placeScenarios(stage, { makePlan, callBy, kind }),
    ...overrideScenarios(stage, { makePlan, callBy, kind }),
  });
  return {
    ...ofKind("target"),
    ...ofKind("group"),
    "putPlanRows.body.items[].kind": {
      values: ["target", "group", "agent", "agent-group"],
      play: async (kind) => {
        const on = await stage();
        const row =
          kind === "target" || kind === "group"
            ? await toRow(on, kind, on.targets.front, {})
            : await toAgentRow(on, kind as AgentKind, await makeAgent(on, "ann"), {});
        const { shown } = await callBy(on, await makePlan(on), [row]);
        return shown.decisions[0]?.candidates.map((each) => [each.kind, each.group !== null]);
      },
    },
    "putPlanRows.body.strategies[].strategy": {
      values: strategyValues,
      play: async (strategy) => {
        const on = await open(land);
        return seeStrategy(on, async (rows) => {
          const planId = await makePlan(on);
          await setPlanRows(on, planId, rows, { strategies: [{ priority: 1, strategy }] });
          return (await makeNumber(on, await makeCampaign(on, { planId }))).number;
        });
      },
    },
    ...Object.fromEntries(
      Object.entries(expectationValues).map(([field, { values, toExpectation }]) => [
        `putPlanRows.body.strategies[].expectation.${field}`,
        {
          values,
          play: async (value: unknown) => {
            const on = await stage();
            return seeExpectation(on, async (rows) => {
              const planId = await makePlan(on);
              const level = {
                priority: 1,
                strategy: "best-expected-revenue",
                expectation: toExpectation(value),
              };
              await setPlanRows(on, planId, rows, { strategies: [level] });
              return (await makeNumber(on, await makeCampaign(on, { planId }))).number;
            });
          },
        },
      ]),
    ),
    "putPlanRows.body.strategies[].priority": {
      values: [1, 2],
      play: async (priority) => {
        const on = await open(land);
        return seeStrategy(on, async (rows) => {
          const planId = await makePlan(on);
          const items = [...rows, { targetId: on.targets.spare, priority: 2 }];
          const strategies = [{ priority, strategy: "round-robin" }];
          await setPlanRows(on, planId, items, { strategies });
          return (await makeNumber(on, await makeCampaign(on, { planId }))).number;
        });
      },
    },
  };
};
