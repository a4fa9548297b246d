import { withAccount } from "@ccp/server/db/transaction.ts";
import { bookEvents } from "@ccp/server/live/drain/book-events.ts";
import { createSampleCall } from "@ccp/server/live/drain/testing/sample-call.ts";
import type { CallScript } from "@ccp/simulator";
import { makeCampaign, makeLine, makeNumber } from "./line.ts";
import { phones, type Stage } from "./open-stage.ts";

const talk = (talkSeconds: number) =>
  ({ kind: "answer", afterSeconds: 2, talkSeconds, hangsUp: "callee" }) as const;

/** Calls one after the other: the line, the caller, and how it goes. */
const calls: readonly { line: number; from: string; script: CallScript }[] = [
  { line: 0, from: "+13105550199", script: { farEnds: { [phones.front]: talk(60) } } },
  { line: 1, from: "+13105550188", script: { farEnds: { [phones.back]: talk(30) } } },
  { line: 2, from: "+13105550199", script: { farEnds: { [phones.spare]: talk(100) } } },
  { line: 0, from: "+13105550199", script: { farEnds: { [phones.front]: { kind: "busy" } } } },
  { line: 1, from: "+13105550199", script: { hangsUpAfterSeconds: 1 } },
];

const fixed = { kind: "fixed", conversion: { kind: "connected" } };

const late = { kind: "length", seconds: 200, from: "connection" };

const voicemail = { kind: "voicemail", greeting: "Speak.", maxSeconds: 60 };

const setPrices = async ({ client, targets }: Stage): Promise<void> => {
  const patches = [
    { id: targets.front, patch: { revenue: { ...fixed, micros: "1000000" } } },
    { id: targets.back, patch: { revenue: { ...fixed, micros: "5000000" } } },
    { id: targets.spare, patch: { revenue: { kind: "fixed", micros: "9000000", conversion: late } } },
  ];
  await client.send("updateTargets", { body: { items: patches } });
};

/** Whoever calls a line again is marked. */
const repeats = {
  spam: { kind: "off" },
  report: { kind: "ever" },
  returning: { kind: "normal" },
  anonymous: "take",
};

const makeLines = async (stage: Stage) => {
  const { targets, publishers } = stage;
  const terms = [
    { targetId: targets.front, micros: "9000000", publisherId: publishers.radio },
    { targetId: targets.back, micros: "4000000", publisherId: publishers.press },
    { targetId: targets.spare, micros: "2000000", publisherId: publishers.radio },
  ];
  const lines: { campaignId: string; number: string; numberId: number }[] = [];
  for (const { targetId, micros, publisherId } of terms) {
    const payout = { kind: "fixed", micros, due: { kind: "connected" } };
    const recording = targetId === targets.front ? "from-answer" : "off";
    const fallbackAnswer = targetId === targets.front ? voicemail : null;
    const body = { payout, recording, fallbackAnswer, repeats };
    const { campaignId } = await makeLine(stage, await makeCampaign(stage, body), [{ targetId }]);
    lines.push({ campaignId, ...(await makeNumber(stage, campaignId, { publisherId })) });
  }
  return lines;
};

/** A call that rings for ever, as the database knows it. */
const bookRinging = async ({ accountId, land }: Stage): Promise<void> => {
  const sample = createSampleCall(accountId);
  const events = [...sample.start(), sample.leg(500, "ringing")];
  await withAccount(land.world.app.pools.drain, accountId, (tx) => bookEvents(tx, events));
};

/** Things that could not be booked; the first was booked after all. */
const setAside = async ({ accountId, land }: Stage): Promise<void> => {
  await withAccount(land.world.app.pools.app, accountId, async (tx) => {
    for (const [index, replayedAt] of ["2026-01-05T12:00:00Z", null, null].entries()) {
      await tx.query(
        `insert into quarantined_events (account_id, event, error, replayed_at)
         values ($1, to_jsonb($2::text), $3, $4)`,
        [accountId, "{}", `fault ${index}`, replayedAt],
      );
    }
  });
};

/** Has five calls made, one ringing and three events set aside; answers with what there is to ask for. */
export const tellLibrary = async (stage: Stage): Promise<[string, string][]> => {
  await setPrices(stage);
  const lines = await makeLines(stage);
  await bookRinging(stage);
  await setAside(stage);
  const ids: string[] = [];
  for (const { line, from, script } of calls) {
    const to = lines[line]?.number ?? "";
    const [story] = await stage.land.call([{ to, from, script, account: stage }]);
    ids.push(story?.shown.call.id ?? "");
  }
  return [
    ...ids.map((id, index): [string, string] => [`call${index}`, id]),
    ...lines.flatMap(({ campaignId, number, numberId }, index): [string, string][] => [
      [`line${index}`, campaignId],
      [`dialled${index}`, number],
      [`numberOfLine${index}`, String(numberId)],
    ]),
  ];
};
