import { expect, test } from "vitest";
import { api } from "#api.ts";
import { buyerColumns } from "./buyer-columns.ts";
import { campaignColumns } from "./campaign-columns.ts";
import { numberColumns } from "./number-columns.ts";
import { planColumns } from "./plan-columns.ts";
import { publisherColumns } from "./publisher-columns.ts";
import { targetColumns } from "./target-columns.ts";
import { targetGroupColumns } from "./target-group-columns.ts";

test.each([
  ["campaigns", campaignColumns, api.listCampaigns],
  ["publishers", publisherColumns, api.listPublishers],
  ["buyers", buyerColumns, api.listBuyers],
  ["targets", targetColumns, api.listTargets],
  ["target groups", targetGroupColumns, api.listTargetGroups],
  ["plans", planColumns, api.listPlans],
  ["numbers", numberColumns, api.listNumbers],
])(
  "columns of %s have ids of their own and sort as their list can, all its sorts being used",
  (_, columns, list) => {
    const ids = columns.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const sorts = columns.flatMap(({ sort }) => (sort === undefined ? [] : [sort]));
    const known = list.query.shape.sort.def.innerType.options.filter((sort) => !sort.startsWith("-"));
    expect(sorts.toSorted()).toEqual(known.toSorted());
  },
);
