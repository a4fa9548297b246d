import * as fc from "fast-check";
import { expect, test } from "vitest";
import { isBridged } from "#call/attempt.ts";
import { settle } from "#settle/settle.ts";
import { summarizeMoney } from "#settle/summary.ts";
import { inventHistory } from "#testing/history.ts";

test("no call earns revenue from an agent, whatever terms its row has, and one that an agent took says so", () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const { state } = inventHistory(seed);
      const revenue = settle(state).find(({ kind }) => kind === "revenue");
      const last = state.attempts.findLast(isBridged);
      const ofAgents = state.attempts.filter(({ buyerId }) => buyerId === null);
      for (const { number } of ofAgents)
        expect(revenue?.key.endsWith(`:revenue:${number}`) ?? false).toBe(false);
      const { converted, whyNoRevenue } = summarizeMoney(state);
      if (last?.buyerId === null && !converted) expect(whyNoRevenue?.reason).toBe("own-agent");
    }),
    { numRuns: 1000 },
  );
});
