import { Readable } from "node:stream";
import type { RecordingFact } from "@ccp/engine";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { CarrierClient, RecordingMedia } from "#carriers/carrier.ts";
import { createSampleCall } from "#live/drain/testing/sample-call.ts";
import { startDrain } from "#live/drain/testing/start-drain.ts";
import { createTestAccount, type TestAccount } from "#testing/test-account.ts";
import { createTestDatabase, type TestDatabase } from "#testing/test-database.ts";
import { fetchRecording } from "./fetch-recording.ts";

let database: TestDatabase;
let account: TestAccount;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  account = await createTestAccount(database.pools);
});

/** Books a call whose recordings the carrier has told of, and gives its id. */
const bookCall = async (...recordings: [ref: string, status: RecordingFact["status"]][]): Promise<string> => {
  const call = createSampleCall(account.accountId);
  const { drain, tell } = startDrain({ pool: database.pools.drain });
  const facts = recordings.map(([ref, status]) =>
    call.tell(90_000, { kind: "recording", ref, status, url: null, seconds: 90, channels: 2 }),
  );
  await tell([...call.start(), ...facts]);
  await drain.idle();
  await drain.stop();
  return call.callId;
};

const sound: RecordingMedia = { contentType: "audio/x-wav", sizeBytes: 4, body: Readable.from(["RIFF"]) };

const carrier: Pick<CarrierClient, "fetchRecording"> = {
  fetchRecording: (ref) =>
    ref === "RE-broken" ? Promise.reject(new Error("time-out")) : Promise.resolve(sound),
};

const fetchFor = ({ ctx }: TestAccount, callId: string, ref: string) =>
  fetchRecording({
    pools: database.pools,
    ctx,
    // The sample calls came in over carrier account 1.
    findCarrierClient: (accountId, carrierAccountId) =>
      accountId === account.accountId && carrierAccountId === 1 ? (carrier as CarrierClient) : undefined,
    callId,
    ref,
  });

test("a finished recording is fetched from the carrier account over which the call came in", async () => {
  const callId = await bookCall(["RE1", "in-progress"], ["RE1", "completed"]);
  expect(await fetchFor(account, callId, "RE1")).toBe(sound);
});

test("there is no recording that is unfinished, another call's or another account's", async () => {
  const callId = await bookCall(["RE1", "completed"], ["RE2", "in-progress"]);
  const otherCallId = await bookCall(["RE3", "completed"]);
  await expect(fetchFor(account, callId, "RE2")).rejects.toMatchObject({ code: "not-found" });
  await expect(fetchFor(account, callId, "RE3")).rejects.toMatchObject({ code: "not-found" });
  expect(await fetchFor(account, otherCallId, "RE3")).toBe(sound);
  const stranger = await createTestAccount(database.pools);
  await expect(fetchFor(stranger, callId, "RE1")).rejects.toMatchObject({ code: "not-found" });
});

test("a carrier that does not answer is named as the reason", async () => {
  const callId = await bookCall(["RE-broken", "completed"]);
  await expect(fetchFor(account, callId, "RE-broken")).rejects.toMatchObject({ code: "carrier-failed" });
});
