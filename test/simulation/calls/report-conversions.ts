import { createRandom } from "@ccp/engine";
import { toCallId } from "@ccp/server/live/call-id.ts";
import type { World } from "#support/start-world.ts";
import { getTarget } from "./expected-call.ts";
import { isByReport, type Report } from "./expected-revenue.ts";
import type { InstalledAccount } from "./install-plan.ts";

/** The buyers' systems, which report conversions over HTTP some minutes after the calls. */
export type Reporter = {
  /** A call came in: if its target converts by reports, its buyer reports it some time, perhaps twice, or never. */
  follow(callSid: string): void;
  /** The last report of the call that the product has taken. */
  find(callSid: string): Report | undefined;
  /** How many reports were taken, the repeated and the correcting ones as well. */
  taken(): number;
  /** What was never taken, with the last answer. */
  refused: readonly string[];
  /** Calls of which something may still be reported. */
  open(): number;
  /** Resolves when every report that was sent is answered. */
  answered(): Promise<void>;
};

type Options = {
  world: Pick<World, "clock" | "simulator" | "publicUrl">;
  seed: string;
  account: InstalledAccount;
};

const MINUTE_MS = 60_000;
/** Longer than any call of the plans. */
const callMaxMs = 15 * MINUTE_MS;
/** What a carrier says of a call is delayed by twenty minutes at the most, or is asked for. */
const triesMax = 12;

/** Once, twice in the same words, corrected by a later one, or not at all. */
const toReports = (random: () => number): readonly Report[] => {
  const share = random();
  const first = { idempotencyKey: "order", micros: random() < 0.5 ? null : "27500001" };
  if (share < 0.25) return [];
  if (share < 0.5) return [first];
  if (share < 0.75) return [first, first];
  return [first, { idempotencyKey: "order.corrected", micros: random() < 0.3 ? "0" : "31000003" }];
};

export const createReporter = ({ world, seed, account }: Options): Reporter => {
  const { clock, simulator, publicUrl } = world;
  const random = createRandom(`${seed}:reports`);
  const last = new Map<string, Report>();
  const refused: string[] = [];
  const sending = new Set<Promise<string>>();
  let [open, taken] = [0, 0];

  /** Says why it was not taken; nothing where it was. */
  const send = async (callSid: string, report: Report): Promise<string> => {
    const { accountRef, apiKey } = account;
    const callId = toCallId({ carrier: "simulator", accountRef }, callSid);
    try {
      const response = await fetch(`${publicUrl}/api/v1/conversions`, {
        method: "POST",
        headers: { authorization: `Bearer ${apiKey}`, "content-type": "application/json" },
        body: JSON.stringify({ callId, ...report }),
      });
      const text = await response.text();
      return response.ok ? "" : `${response.status} ${text}`;
    } catch (error) {
      return String(error);
    }
  };

  const waitToSay = (callSid: string, reports: readonly Report[], tries: number): void => {
    clock.setTimeout(() => say(callSid, reports, tries), MINUTE_MS * (2 + 6 * random()));
  };

  const say = async (callSid: string, [report, ...rest]: readonly Report[], tries = 1): Promise<void> => {
    if (report === undefined) {
      open -= 1;
      return;
    }
    const answer = send(callSid, report);
    sending.add(answer);
    const why = await answer;
    sending.delete(answer);
    if (why !== "" && tries < triesMax) return waitToSay(callSid, [report, ...rest], tries + 1);
    if (why === "") {
      taken += 1;
      last.set(callSid, report);
    } else refused.push(`${callSid}: ${why}`);
    waitToSay(callSid, rest, 1);
  };

  const look = (callSid: string): void => {
    const bridged = simulator.getTruth(callSid).children.findLast((leg) => leg.isBridged);
    const target = bridged && getTarget(account.history.latest(), bridged);
    if (target === undefined || !isByReport(target.revenue)) open -= 1;
    else waitToSay(callSid, toReports(random), 1);
  };

  return {
    follow: (callSid) => {
      open += 1;
      clock.setTimeout(() => look(callSid), callMaxMs);
    },
    find: (callSid) => last.get(callSid),
    taken: () => taken,
    refused,
    open: () => open,
    answered: async () => {
      await Promise.all(sending);
    },
  };
};
