import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from "vitest";
import { toWebhooks } from "#carriers/twilio/webhooks.ts";
import { createTestApp, type TestApp } from "#http/testing/test-app.ts";
import { listCarrierAccounts } from "#modules/accounts/list-carrier-accounts.ts";
import { removeCarrierAccount } from "#modules/accounts/remove-carrier-account.ts";
import { updateCarrierAccount } from "#modules/accounts/update-carrier-account.ts";
import { createNumber } from "#modules/numbers/create-number.ts";
import { createTestAccount, type TestAccount, testSealer as sealer } from "#testing/test-account.ts";
import { verifyCarrierAccount } from "./verify-carrier-account.ts";

let testApp: TestApp;
let account: TestAccount;
let numberId: number;
beforeAll(async () => {
  testApp = await createTestApp();
});
afterAll(() => testApp.close());

const number = "+12025550161";

beforeEach(async () => {
  account = await createTestAccount(testApp.deps.pools);
  const input = { number, carrierAccountId: account.carrierAccount.id, label: "", status: "active" } as const;
  const made = await createNumber({
    pools: testApp.deps.pools,
    ctx: account.ctx,
    input: { ...input, campaignId: null, publisherId: null },
  });
  numberId = made.id;
});

const { voiceUrl, voiceFallbackUrl, statusCallback } = toWebhooks("http://127.0.0.1:5000");

const rightNumber = {
  sid: "PN1",
  phone_number: number,
  voice_url: voiceUrl,
  voice_method: "POST",
  voice_fallback_url: voiceFallbackUrl,
  voice_fallback_method: "POST",
  status_callback: statusCallback,
  status_callback_method: "POST",
  voice_application_sid: null,
  trunk_sid: null,
  capabilities: {},
};

type Carrier = { status?: string; numbers?: object[]; refuses?: boolean };

/** A carrier's REST API with one account, in the shapes of the real one. */
const startCarrier = async ({ status = "active", numbers = [rightNumber], refuses = false }: Carrier) => {
  const server = createServer((request, response) => {
    const isList = request.url?.includes("IncomingPhoneNumbers") === true;
    response.writeHead(refuses ? 401 : 200, { "content-type": "application/json" });
    const refusal = { code: 20_003, message: "Authenticate", status: 401 };
    const page = { incoming_phone_numbers: numbers, next_page_uri: null };
    response.end(JSON.stringify(refuses ? refusal : isList ? page : { sid: "AC1", status }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  server.unref();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const verify = async (simulatorUrl: string) => {
  const deps = { ...testApp.deps, sealer, simulatorUrl };
  return verifyCarrierAccount({ deps, ctx: account.ctx, input: { id: account.carrierAccount.id } });
};

const readVerification = async () => {
  const using = { pools: testApp.deps.pools, ctx: account.ctx };
  return (await listCarrierAccounts({ ...using, input: { limit: 1 } })).items[0]?.verification;
};

test("an active account whose numbers all lead here is verified, until its token is another", async () => {
  expect(await readVerification()).toBeNull();
  const verified = await verify(await startCarrier({}));
  expect(verified).toMatchObject({
    isVerified: true,
    accountStatus: "active",
    numbersChecked: 1,
    problems: [],
  });
  expect(await readVerification()).toEqual({ at: expect.any(String), isVerified: true });
  const using = { pools: testApp.deps.pools, ctx: account.ctx, now: 0 };
  const { id } = account.carrierAccount;
  await updateCarrierAccount({ ...using, sealer, input: { id, patch: { name: "Renamed" } } });
  expect(await readVerification()).not.toBeNull();
  const input = { id, patch: { authToken: "another token 0123" } };
  expect((await updateCarrierAccount({ ...using, sealer, input })).verification).toBeNull();
  expect(await readVerification()).toBeNull();
});

test("each address of a number that does not lead here is named, with what to set", async () => {
  const wrong = {
    ...rightNumber,
    voice_url: "https://elsewhere.example/voice",
    voice_fallback_url: "",
    status_callback_method: "GET",
  };
  const { problems, isVerified } = await verify(await startCarrier({ numbers: [wrong] }));
  expect(isVerified).toBe(false);
  expect(problems.map(({ kind, found, expected }) => ({ kind, found, expected }))).toEqual([
    { kind: "voice-url", found: "POST https://elsewhere.example/voice", expected: voiceUrl },
    { kind: "voice-fallback-url", found: null, expected: voiceFallbackUrl },
    { kind: "status-callback", found: `GET ${statusCallback}`, expected: statusCallback },
  ]);
  expect(problems.every((problem) => problem.number?.id === numberId)).toBe(true);
  expect(problems[0]?.sentence).toContain(number);
  expect(await readVerification()).toMatchObject({ isVerified: false });
});

test("an address that differs only in how often the carrier repeats leads here all the same", async () => {
  const plain = { ...rightNumber, voice_url: voiceUrl.replace(/#.*/, "") };
  expect(await verify(await startCarrier({ numbers: [plain] }))).toMatchObject({ isVerified: true });
});

test.each([
  [{ numbers: [] }, "number-missing"],
  [{ numbers: [{ ...rightNumber, trunk_sid: "TK1" }] }, "voice-url"],
  [{ status: "suspended" }, "account-not-active"],
  [{ refuses: true }, "refused-token"],
] as const)("of %j the answer says %s", async (carrier, kind) => {
  const { problems } = await verify(await startCarrier(carrier as Carrier));
  expect(problems).toMatchObject([{ kind, sentence: expect.stringMatching(/\.$/) }]);
});

test("a carrier that cannot be reached is no refusal", async () => {
  expect((await verify("http://127.0.0.1:9")).problems).toMatchObject([
    { kind: "unreachable", expected: null },
  ]);
});

test("a carrier account goes when its numbers are gone, and may then be connected elsewhere", async () => {
  const { pools } = testApp.deps;
  const remove = () =>
    removeCarrierAccount({ pools, ctx: account.ctx, input: { id: account.carrierAccount.id } });
  await expect(remove()).rejects.toMatchObject({ code: "in-use", details: [{ message: number }] });
});
