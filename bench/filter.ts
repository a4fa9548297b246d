import {
  compileList,
  createCallTags,
  findFailingBlock,
  findListed,
  prepareList,
  type ArrivedFact,
  type FilterCondition,
  type RowFilter,
  toListQuestions,
} from "@ccp/engine";
import { toArrived } from "./lib/arrived.ts";
import { atMost, median } from "./lib/figures.ts";
import { judge, say } from "./lib/report.ts";

const listId = "0b6a4f6e-53a1-4c63-8f0e-6e2b6b0f4d11";
const callsPerRound = 20_000;
const rounds = 15;
const fewValues = 10;
const manyValues = 100_000;

const toNumber = (index: number): string => `+1${2_000_000_000 + index}`;

const toValues = (count: number): string[] => Array.from({ length: count }, (_, index) => toNumber(index));

/** Half of the callers are among the first ten values, the others nowhere. */
const callers = Array.from({ length: 1_000 }, (_, index) =>
  toArrived(index % 2 === 0 ? toNumber(index % fewValues) : toNumber(500_000_000 + index)),
);

const toFilter = (condition: FilterCondition): RowFilter => ({
  all: [{ any: [condition] }],
  timeZone: "UTC",
  names: {},
});

/** Nanoseconds that a call's whole judgement takes, its tags included. */
const timeRound = (judgeCall: (arrived: ArrivedFact) => boolean): number => {
  let taken = 0;
  const from = performance.now();
  for (let index = 0; index < callsPerRound; index += 1) {
    const arrived = callers[index % callers.length];
    if (arrived !== undefined && judgeCall(arrived)) taken += 1;
  }
  if (taken !== callsPerRound / 2) throw new Error(`${taken} calls were taken.`);
  return ((performance.now() - from) * 1e6) / callsPerRound;
};

const byValues = (count: number) => {
  const filter = toFilter({
    tag: "InboundNumber:Number",
    operator: "equals-any",
    values: toValues(count),
  });
  return (arrived: ArrivedFact): boolean =>
    findFailingBlock(filter, { tags: createCallTags(arrived, 0), listed: {} }) < 0;
};

const byList = (count: number) => {
  const condition = { tag: "InboundNumber:Number", operator: "in-list", listId } as const;
  const filter = toFilter(condition);
  const questions = toListQuestions([{ filter }]);
  const list = compileList(toValues(count));
  prepareList(list, condition);
  const lists = new Map([[listId, list]]);
  return (arrived: ArrivedFact): boolean => {
    const tags = createCallTags(arrived, 0);
    return findFailingBlock(filter, { tags, listed: findListed(questions, lists, tags) }) < 0;
  };
};

/** The two sizes in turn, so that whatever slows the machine slows both. */
const compare = (name: string, few: ReturnType<typeof byList>, many: ReturnType<typeof byList>): void => {
  timeRound(few);
  timeRound(many);
  const times = Array.from({ length: rounds }, () => ({ few: timeRound(few), many: timeRound(many) }));
  const fewNs = median(times.map((time) => time.few));
  const manyNs = median(times.map((time) => time.many));
  say(
    `  ${name}: ${fewNs.toFixed(0)} ns over ${fewValues} values, ${manyNs.toFixed(0)} ns over ${manyValues}`,
  );
  judge(atMost(`${name}, ${manyValues} values against ${fewValues}`, manyNs / fewNs, 1.5));
};

/** A filter costs the same however many values it is told. */
export const benchFilter = (): Promise<void> => {
  compare("a call held against values of a condition", byValues(fewValues), byValues(manyValues));
  compare("a call held against a value list", byList(fewValues), byList(manyValues));
  return Promise.resolve();
};
