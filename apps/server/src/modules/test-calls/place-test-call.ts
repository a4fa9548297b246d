import type { PlaceTestCall, TestCall } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import { invalidField } from "#http/app-error.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { parsePhone } from "#modules/numbers/parse-phone.ts";
import { getOwnTestCall } from "./get-own-test-call.ts";
import { placeSimulatedCall } from "./simulator.ts";
import { findTestNumber } from "./test-calls.store.ts";

const toSimulatedScript = ({ hangUpAfterSeconds, attempts }: PlaceTestCall["script"]): object => ({
  ...(hangUpAfterSeconds !== null && { hangsUpAfterSeconds: hangUpAfterSeconds }),
  ...(attempts.length > 0 && {
    farEndsInTurn: attempts.map((target) =>
      target.kind === "answer" ? { ...target, hangsUp: "callee" } : target,
    ),
  }),
});

/** Places a call to one of the account's own numbers through the simulated carrier. */
export const placeTestCall = async ({
  pools,
  ctx,
  input,
  simulatorUrl,
}: Verb<PlaceTestCall> & { simulatorUrl: string }): Promise<TestCall> => {
  const from = parsePhone(input.from, "body.from");
  const number = await withAccount(pools.app, ctx.accountId, (tx) => findTestNumber(tx, input.numberId));
  if (number === undefined) throw invalidField("body.numberId", "There is no such number to test.");
  const call = { from, to: number.number };
  // Outside of any transaction: the carrier may take its time.
  const id = await placeSimulatedCall(simulatorUrl, {
    ...call,
    accountSid: number.accountRef,
    script: toSimulatedScript(input.script),
  });
  const change = { action: "place", noun: "test-call", nounId: id, before: null, after: call, book: false };
  await changeAccount({ pools, ctx }, () => Promise.resolve({ result: id, change }));
  return getOwnTestCall({ pools, ctx, simulatorUrl, id });
};
