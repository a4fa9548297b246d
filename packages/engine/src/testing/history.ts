import { toAvailableMark, toAwayMark, toTalkedMark } from "#agent/agent.ts";
import type { BlockedCaller, BlockKind } from "#block/blocked-caller.ts";
import type { CampaignBook, PlanRow } from "#book.ts";
import { listCounters } from "#cap/counter.ts";
import { toLegs } from "#call/dial-leg.ts";
import type { CallEvent } from "#call/event.ts";
import type { CallState } from "#call/state.ts";
import { createRandom } from "#random.ts";
import { LIST_ID } from "./filters.ts";
import { inventRemembered, withRepeats } from "./invent-repeats.ts";
import { createStage, decide, listOwned, listRows, tell, tellArrival, type Stage } from "./stage.ts";
import { chance, pick, type Random } from "./pick.ts";
import { inventCampaign } from "./invent-campaign.ts";
import { playDial, tellLeg } from "./play-dial.ts";

const DAY_MS = 86_400_000;

const inventBlocked = (random: Random, id: number): BlockedCaller => {
  const kind = pick<BlockKind>(random, ["number", "prefix", "anonymous"]);
  const values = { number: "12025550142", prefix: pick(random, ["1", "1202", "1303"]), anonymous: "" };
  return {
    id,
    kind,
    value: values[kind],
    campaignId: pick(random, [null, "campaign", "another"]),
    reason: pick(random, ["", "spam"]),
    expiresAt: pick(random, [null, 98 * DAY_MS + 1_000_000, 98 * DAY_MS + 1_000_001]),
  };
};

const drawPresence = (stage: Stage, random: Random, { targetId, agent }: PlanRow): void => {
  if (agent === undefined) return;
  if (chance(random, 0.7)) stage.marks.set(toAvailableMark(targetId), stage.now - 10_000);
  if (chance(random, 0.2)) stage.marks.set(toAwayMark(targetId), stage.now - pick(random, [0, 10_000]));
  if (chance(random, 0.2)) stage.marks.set(toTalkedMark(targetId), stage.now - pick(random, [0, 5000]));
};

/** What others do meanwhile: calls in progress, balances, counts and agents are not what they were. */
const drawNumbers = (stage: Stage, random: Random): void => {
  for (const row of listRows(stage)) drawPresence(stage, random, row);
  stage.marks.set(`ended:target:Target ${Math.floor(random() * 6)}`, stage.now - Math.floor(random() * 3));
  for (const { targetName, buyerName } of listRows(stage)) {
    stage.inUse.set(targetName, Math.floor(random() * 3));
    stage.inUse.set(buyerName, Math.floor(random() * 3));
    stage.begun.set(targetName, Math.floor(random() * 3));
    stage.balances.set(targetName, pick(random, ["-1", "0", "12500001", "900000000000"]));
  }
  for (const { owner, caps } of listOwned(stage)) {
    for (const counter of listCounters(owner, caps, stage.now)) {
      stage.counted.set(counter, chance(random, 0.8) ? 0n : pick(random, [1n, 50_000_000n]));
    }
  }
};

/** The caller leaves; recordings and reports come later, if they come. */
const tellAfterwards = (stage: Stage, random: Random, isMessage: boolean): void => {
  stage.now += 500;
  if (chance(random, 0.9)) tellLeg(stage, random, null, "completed", 20);
  for (const status of ["in-progress", "completed"] as const) {
    if (chance(random, 0.3)) {
      const kind = isMessage ? "voicemail" : "recording";
      tell(stage, { kind, ref: "RE1", status, url: null, seconds: null, channels: null });
    }
  }
  while (chance(random, 0.4)) {
    const reportKey = pick(random, ["sale", "repair", "refund"]);
    stage.now += pick(random, [0, 60_000]);
    tell(stage, { kind: "reported-conversion", reportKey, micros: pick(random, [null, "0", "17000003"]) });
  }
};

/** A whole call with everything a carrier may say of it, some of it at odds with the rest. */
export const inventHistory = (
  seed: string,
  changes: Partial<CampaignBook> = {},
): { events: readonly CallEvent[]; campaign: CampaignBook; state: CallState } => {
  const random = createRandom(seed);
  const repeatRandom = createRandom(`${seed} again`);
  const invented = inventCampaign(random);
  const own = chance(repeatRandom, 0.5) ? withRepeats(invented, repeatRandom) : invented;
  const campaign = { ...own, ...changes };
  const stage = createStage(campaign);
  // Weeks later, so that the weekday and the hour are the same, and the caller may have called before.
  stage.now = 98 * DAY_MS + 1_000_000;
  stage.remembered = inventRemembered(repeatRandom, campaign, stage.now);
  if (chance(random, 0.5)) stage.lists.set(LIST_ID, pick(random, [["(202) 555-0142"], ["+13035550142"]]));
  if (chance(random, 0.1)) stage.blocked = [1, 2].map((id) => inventBlocked(random, id));
  drawNumbers(stage, random);
  tellArrival(stage, {
    publisherId: pick(random, ["publisher", null]),
    from: pick(random, ["+12025550142", "anonymous"]),
    stirVerstat: pick(random, [
      null,
      "TN-Validation-Passed-A",
      "TN-Validation-Passed-C-Diverted",
      "TN-Validation-Failed",
    ]),
  });
  let choice = decide(stage, { kind: "arrived" }, seed).fact.choice;
  while (choice.kind === "dial") {
    const { attempt } = choice;
    stage.now += pick(random, [0, 1000]);
    for (const leg of toLegs(choice)) {
      for (const status of ["initiated", "ringing"] as const) {
        tellLeg(stage, random, leg.attempt, status, null);
      }
    }
    stage.now += 5000;
    playDial(stage, random, choice);
    drawNumbers(stage, random);
    choice = decide(stage, { kind: "dial-ended", attempt }, seed).fact.choice;
  }
  tellAfterwards(stage, random, choice.kind === "voicemail");
  return { events: stage.state.events, campaign, state: stage.state };
};
