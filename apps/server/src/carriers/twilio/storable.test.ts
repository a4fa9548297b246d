import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withDirectory } from "#db/transaction.ts";
import { createTestDatabase, type TestDatabase } from "#testing/test-database.ts";
import { parseDialEnded, parseIncoming, parseLegProgress, parseRecording } from "./parse.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** UTF-16 of any kind: halves of pairs, control characters, pairs across any length. */
const anyText = fc
  .array(fc.constantFrom("a", "\u0000", "\n", "\u{1F600}", "\uD83D", "\uDE00", "\u0085", "\uFFFF"), {
    maxLength: 400,
    size: "max",
  })
  .map((pieces) => pieces.join(""));

const fields = fc
  .record({
    To: anyText,
    From: anyText,
    FromCity: anyText,
    FromState: anyText,
    FromZip: anyText,
    FromCountry: anyText,
    StirVerstat: anyText,
    ErrorCode: anyText,
    ErrorUrl: anyText.map((text) => `https://example.com/${text}`),
    RecordingUrl: anyText.map((text) => `https://example.com/${text}`),
  })
  .map((texts) => new Map(Object.entries({ ...known, ...texts })));

const known = {
  AccountSid: "AC1",
  CallSid: "CA1",
  CallStatus: "completed",
  RecordingSid: "RE1",
  RecordingStatus: "completed",
};

test("whatever a webhook holds, PostgreSQL takes what is made of it", async () => {
  const parsers = [parseIncoming, parseDialEnded, parseLegProgress, parseRecording];
  const store = async (form: Map<string, string>): Promise<void> => {
    const events = parsers.map((parse) => JSON.stringify(parse(form)));
    await withDirectory(database.pools.app, (tx) =>
      tx.query("select text::jsonb from unnest($1::text[]) text", [events]),
    );
  };
  await fc.assert(fc.asyncProperty(fields, store), { numRuns: 200 });
  await expect(
    store(new Map(Object.entries({ ...known, To: "+12025550143", From: `${"a".repeat(255)}\u{1F600}` }))),
  ).resolves.toBeUndefined();
});
