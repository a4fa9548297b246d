import { z } from "zod";
import { createCallTags } from "#filter/call-tags.ts";
import { explainFilter } from "#filter/explain-filter.ts";
import { callFilter, type RowFilter } from "#filter/filter.ts";
import { findListed, toListQuestions } from "#filter/listed.ts";
import { compileList } from "#filter/value-list.ts";
import { timeZone } from "#schedule/time-zone.ts";
import { toUtcMs } from "./hours.ts";
import { arrivedFact } from "./stage.ts";

/** A filter as a story tells it. */
export const toldFilter = z
  .strictObject({
    all: z.unknown(),
    timeZone: timeZone.default("UTC"),
    names: z.record(z.string(), z.string()).default({}),
  })
  .transform(({ all, ...rest }): RowFilter => ({ ...callFilter.parse({ all }), ...rest }));

/** One rule of filters: what becomes of some calls. */
export const filtersScenario = z.strictObject({
  rule: z.string(),
  filter: toldFilter,
  /** Value lists by id. */
  lists: z.record(z.string(), z.array(z.string())).default({}),
  calls: z.array(
    z.strictObject({
      /** When it arrives, as a UTC time. */
      at: z.string().default("2026-11-23T17:00Z"),
      from: z.string().optional(),
      to: z.string().optional(),
      campaignId: z.string().optional(),
      publisherId: z.string().nullable().optional(),
      stirVerstat: z.string().optional(),
      place: z.record(z.string(), z.string()).default({}),
      /** "taken", or why not. */
      expect: z.string(),
    }),
  ),
});

export type FiltersScenario = z.infer<typeof filtersScenario>;

const nowhere = { city: null, state: null, zip: null, country: null };

/** What becomes of each of the scenario's calls. */
export const playFilters = (told: FiltersScenario): string[] => {
  const lists = new Map(Object.entries(told.lists).map(([id, values]) => [id, compileList(values)]));
  const questions = toListQuestions([{ filter: told.filter }]);
  return told.calls.map(({ at, place, from, to, campaignId, publisherId, stirVerstat }) => {
    const given = Object.entries({ from, to, campaignId, publisherId, stirVerstat }).filter(
      ([, value]) => value !== undefined,
    );
    const arrived = arrivedFact({ ...Object.fromEntries(given), place: { ...nowhere, ...place } });
    const tags = createCallTags(arrived, toUtcMs(at));
    const listed = findListed(questions, lists, tags);
    return explainFilter(told.filter, { tags, listed })?.words ?? "taken";
  });
};
