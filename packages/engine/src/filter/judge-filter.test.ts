import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { ArrivedFact } from "#call/event.ts";
import { LIST_ID, matchesPlainly } from "#testing/filters.ts";
import { arrivedFact } from "#testing/stage.ts";
import { createCallTags, toTags } from "./call-tags.ts";
import { explainFilter } from "./explain-filter.ts";
import { callFilter, type FilterCondition, type RowFilter } from "./filter.ts";
import { findFailingBlock } from "./judge-filter.ts";
import { findListed, toListQuestions } from "./listed.ts";
import { listOperators, wantedBy } from "./operator.ts";
import { tagNames, tags, type TagName } from "./tag.ts";
import { compileList } from "./value-list.ts";

const at = Date.UTC(2026, 10, 23, 7, 30);

const arrivals: fc.Arbitrary<ArrivedFact> = fc
  .record({
    from: fc.constantFrom("+12025550142", "+13035550143", "+442071838750", "anonymous", "client:alice"),
    publisherId: fc.constantFrom(LIST_ID, null),
    stirVerstat: fc.constantFrom(null, "TN-Validation-Passed-A", "TN-Validation-Failed-B"),
    state: fc.constantFrom(null, "CA", "ca", "NV"),
    city: fc.constantFrom(null, "", "San Jose", "Sun City"),
    zip: fc.constantFrom(null, "02134", "90210"),
  })
  .map(({ state, city, zip, ...rest }) =>
    arrivedFact({ ...rest, place: { state, city, zip, country: null } }),
  );

const valueOf = (tag: TagName): fc.Arbitrary<string> => {
  const { type, options } = tags[tag];
  if (options !== undefined) return fc.constantFrom(...options);
  if (type === "phone") return fc.constantFrom("(202) 555-0142", "+1303", "555", "442071838750");
  if (type === "number") return fc.constantFrom("202", "0303", "7", "7.5", "-1");
  if (type === "date") return fc.constantFrom("2026-11-22", "2026-11-23");
  if (type === "id") return fc.constantFrom(LIST_ID, LIST_ID.toUpperCase(), LIST_ID.replace("0b", "1b"));
  return fc.constantFrom("CA", "ca", "s", "San", "S?n *", "*2*", "021");
};

const conditionOf = (tag: TagName): fc.Arbitrary<FilterCondition> =>
  fc
    .record({
      operator: fc.constantFrom(...listOperators(tag)),
      isNot: fc.boolean(),
      matchCase: fc.boolean(),
      value: valueOf(tag),
      values: fc.array(valueOf(tag), { minLength: 1, maxLength: 3 }),
    })
    .map(({ operator, isNot, matchCase, value, values }): FilterCondition => {
      const wanted = wantedBy[operator];
      return {
        tag,
        operator,
        ...(isNot && { isNot }),
        ...(matchCase && tags[tag].type === "text" && tags[tag].options === undefined && { matchCase }),
        ...(wanted === "value" && { value }),
        ...(wanted === "values" && { values }),
        ...(wanted === "listId" && { listId: LIST_ID }),
      };
    });

const conditions = fc.constantFrom(...tagNames).chain(conditionOf);

const filters: fc.Arbitrary<RowFilter> = fc
  .record({
    all: fc.array(fc.record({ any: fc.array(conditions, { minLength: 1, maxLength: 3 }) }), {
      minLength: 1,
      maxLength: 3,
    }),
    timeZone: fc.constantFrom("UTC", "America/Los_Angeles"),
  })
  .map((made) => ({ ...made, names: {} }));

const toInput = (asked: RowFilter, arrived: ArrivedFact, values: readonly string[] | null) => {
  const callTags = createCallTags(arrived, at);
  const lists = new Map(values === null ? [] : [[LIST_ID, compileList(values)]]);
  return { tags: callTags, listed: findListed(toListQuestions([{ filter: asked }]), lists, callTags) };
};

const lists = fc.constantFrom(null, ["2025550142", "CA", "2026-11-23", "7"], []);

test("a call matches exactly when in each block a condition holds, worked out the plain way", () => {
  fc.assert(
    fc.property(filters, arrivals, lists, (asked, arrived, values) => {
      const input = toInput(asked, arrived, values);
      expect(findFailingBlock(asked, input) < 0).toBe(matchesPlainly(asked, input.tags, input.listed));
    }),
    { numRuns: 5000 },
  );
});

const matches = (condition: FilterCondition, arrived: ArrivedFact): boolean => {
  const asked: RowFilter = { all: [{ any: [condition] }], timeZone: "UTC", names: {} };
  return findFailingBlock(asked, toInput(asked, arrived, ["CA"])) < 0;
};

test("a condition or its negation holds where the tag is known, and neither where it is not, but for existence", () => {
  fc.assert(
    fc.property(conditions, arrivals, (condition, arrived) => {
      const { isNot: _, ...positive } = condition;
      const outcome = [matches(positive, arrived), matches({ ...positive, isNot: true }, arrived)];
      const isKnown = toTags(arrived, at, "UTC").has(condition.tag);
      if (condition.operator === "exists") expect(outcome).toEqual([isKnown, !isKnown]);
      else expect(outcome.filter(Boolean)).toHaveLength(isKnown ? 1 : 0);
    }),
    { numRuns: 3000 },
  );
});

test("without regard to case, the case of the wanted value makes no difference", () => {
  fc.assert(
    fc.property(conditions, arrivals, (condition, arrived) => {
      const { value, matchCase = false } = condition;
      if (value === undefined || matchCase) return;
      const shouted = { ...condition, value: value.toUpperCase() };
      const whispered = { ...condition, value: value.toLowerCase() };
      expect(matches(shouted, arrived)).toBe(matches(whispered, arrived));
    }),
    { numRuns: 2000 },
  );
});

test("every filter of offered operators is sound, and its failure is said with what the call had", () => {
  fc.assert(
    fc.property(filters, arrivals, (asked, arrived) => {
      expect(callFilter.safeParse({ all: asked.all }).error?.issues).toBeUndefined();
      const input = toInput(asked, arrived, []);
      const failure = explainFilter(asked, input);
      expect((failure?.block ?? 0) - 1).toBe(findFailingBlock(asked, input));
      if (failure === null) return;
      expect(failure.words).toMatch(/^the .+, and it takes only .+$/);
      expect(failure.conditions).toHaveLength(asked.all[failure.block - 1]?.any.length ?? 0);
    }),
    { numRuns: 2000 },
  );
});

test("a look-up in a hundred thousand values reads none of them", () => {
  const values = Array.from({ length: 100_000 }, (_, index) => `+1${2_000_000_000 + index}`);
  const list = compileList(values);
  const condition = { tag: "InboundNumber:Number", operator: "in-list", listId: LIST_ID } as const;
  const asked: RowFilter = { all: [{ any: [condition] }], timeZone: "UTC", names: {} };
  const questions = toListQuestions([{ filter: asked }]);
  const find = (from: string) =>
    findListed(questions, new Map([[LIST_ID, list]]), createCallTags(arrivedFact({ from }), at));
  expect(Object.values(find("+12000000001"))).toEqual([true]);
  values.length = 0;
  expect(Object.values(find("+12000099999"))).toEqual([true]);
  expect(Object.values(find("+12000100000"))).toEqual([false]);
});
