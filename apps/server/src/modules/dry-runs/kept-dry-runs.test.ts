import type { DryRunShown } from "@ccp/contract";
import { pino } from "pino";
import { expect, test } from "vitest";
import { createDryRuns } from "./dry-runs.ts";

const nothing = {} as DryRunShown;

const createKept = () => {
  const dryRuns = createDryRuns(pino({ level: "silent" }));
  const run = async (accountId: string): Promise<string> => {
    const begun = { accountId, planId: "plan", draftVersion: 1, total: 1, at: 0 };
    const { id } = dryRuns.start({ ...begun, work: () => Promise.resolve(nothing) });
    await expect.poll(() => find(accountId, id)?.state ?? "done").toBe("done");
    return id;
  };
  const find = (accountId: string, id: string) => dryRuns.find({ accountId, planId: "plan", id });
  return { run, find };
};

test("what one account tries however often takes no result from another", async () => {
  const { run, find } = createKept();
  const mine = await run("mine");
  const first = await run("theirs");
  for (let count = 0; count < 60; count += 1) await run("theirs");
  expect(find("mine", mine)?.state).toBe("done");
  expect(find("theirs", first)).toBeUndefined();
});

test("of very many accounts the results of the latest are kept", async () => {
  const { run, find } = createKept();
  const ids: string[] = [];
  for (let count = 0; count < 60; count += 1) ids.push(await run(`account ${count}`));
  const kept = ids.filter((id, count) => find(`account ${count}`, id) !== undefined);
  expect(kept).toEqual(ids.slice(-50));
});
