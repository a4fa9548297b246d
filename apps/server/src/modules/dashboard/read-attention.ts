import type { Attention, CallFilters, CarrierAccount } from "@ccp/contract";
import { describeHours, judgeHours } from "@ccp/engine";
import type { AccountTransaction } from "#db/transaction.ts";
import { readStates } from "#modules/calls/read-folded.ts";
import {
  type LostNumber,
  type UnservedCampaign,
  countTroubles,
  selectActiveNames,
  selectFullTargets,
  selectLatestDialled,
  selectLostNumbers,
  selectUnserved,
} from "./attention.store.ts";
import { type Failing, findFailing } from "./find-failing.ts";
import type { Windows } from "./windows.ts";

// As many calls as one filter of the call log can name.
const callsLookedAt = 100;
const dayMs = 86_400_000;

const toNumberText = (value: number, noun: string): string => `${value} ${noun}${value === 1 ? "" : "s"}`;

const toTodayText = (calls: number): string =>
  calls === 0 ? "no calls came in today" : `${toNumberText(calls, "call")} came in today`;

const missWords: { readonly [Outcome in Failing["lastOutcome"]]?: string } = {
  busy: "was busy",
  "no-answer": "did not answer",
  failed: "could not be reached",
  "not-bridged": "answered without taking the call",
};

const readFull = async (tx: AccountTransaction): Promise<Attention[]> => {
  const full = await selectFullTargets(tx);
  return full.map(({ id, name, concurrency_max: limit, in_use: count }) => ({
    kind: "target-full",
    noun: "target",
    id,
    name,
    sentence: `${name} is full: ${toNumberText(count, "call")} at once, and it takes ${limit}.`,
    count,
    limit,
    filters: { targetId: id, status: "!ended" },
  }));
};

const readFailing = async (tx: AccountTransaction, { now }: Windows): Promise<Attention[]> => {
  const from = new Date(now.getTime() - dayMs);
  const ids = await selectLatestDialled(tx, { from, to: now, limit: callsLookedAt });
  const failing = findFailing([...(await readStates(tx, ids)).values()]);
  const names = await selectActiveNames(
    tx,
    failing.map(({ targetId }) => targetId),
  );
  return failing.flatMap(({ targetId, callIds, lastOutcome }): Attention[] => {
    const name = names.get(targetId);
    if (name === undefined) return [];
    const last = missWords[lastOutcome] ?? "failed";
    return [
      {
        kind: "target-failing",
        noun: "target",
        id: targetId,
        name,
        sentence: `${name} missed the last ${toNumberText(callIds.length, "call")} in a row; at the latest it ${last}.`,
        count: callIds.length,
        limit: null,
        filters: { id: callIds.join(",") },
      },
    ];
  });
};

type Today = { from: Date; to: Date; filters: CallFilters };

/** Why nobody takes the campaign's calls now; undefined when somebody does. */
const findWhyUnserved = ({ name, schedules }: UnservedCampaign, now: number): string | undefined => {
  const verdicts = schedules.map(({ hours, timeZone }) => judgeHours(hours, timeZone, now));
  const [first, ...others] = verdicts.flatMap((verdict) => (verdict.isOpen ? [] : [verdict]));
  if (first === undefined) return verdicts.length === 0 ? `${name} has no target in service` : undefined;
  if (others.length + 1 < verdicts.length) return undefined;
  const opening = others.reduce(
    (next, verdict) => ((verdict.opensAt ?? Infinity) < (next.opensAt ?? Infinity) ? verdict : next),
    first,
  );
  return `${name} has no open target (${describeHours(opening)})`;
};

const readCampaigns = async (tx: AccountTransaction, today: Today): Promise<Attention[]> => {
  const campaigns = await selectUnserved(tx, today);
  return campaigns.flatMap((campaign): Attention[] => {
    const { id, name, calls } = campaign;
    const why = findWhyUnserved(campaign, today.to.getTime());
    if (why === undefined) return [];
    return [
      {
        kind: "campaign-without-target",
        noun: "campaign",
        id,
        name,
        sentence: `${why}; ${toTodayText(calls)}.`,
        count: calls,
        limit: null,
        filters: { ...today.filters, campaignId: id },
      },
    ];
  });
};

const toWhereTo = ({ campaign, campaign_status: status }: LostNumber): string =>
  campaign === null ? "leads to no campaign" : `leads to ${campaign}, which is ${status}`;

const readNumbers = async (tx: AccountTransaction, today: Today): Promise<Attention[]> => {
  const numbers = await selectLostNumbers(tx, today);
  return numbers.map((number) => ({
    kind: "number-leads-nowhere",
    noun: "number",
    id: number.id,
    name: number.name,
    sentence: `${number.name} ${toWhereTo(number)}; ${toTodayText(number.calls)}.`,
    count: number.calls,
    limit: null,
    filters: { ...today.filters, numberId: number.id },
  }));
};

/** Calls that were refused for their attestation are none that anybody must attend to, but stand in the same list. */
const toRefusedText = (refused: number, unassigned: number): string => {
  const lost = `${toNumberText(unassigned, "call")} came in today on a number that leads to no campaign`;
  return refused === unassigned
    ? `${lost}.`
    : `${lost}; ${toNumberText(refused - unassigned, "more call")} ${refused - unassigned === 1 ? "was" : "were"} refused for the attestation.`;
};

const readTroubles = async (tx: AccountTransaction, today: Today): Promise<Attention[]> => {
  const { refused, unassigned, quarantined } = await countTroubles(tx, today);
  const calls: Attention = {
    kind: "calls-refused",
    noun: "call",
    id: null,
    name: null,
    sentence: toRefusedText(refused, unassigned),
    count: refused,
    limit: null,
    filters: { ...today.filters, outcome: "refused" },
  };
  const events: Attention = {
    kind: "events-quarantined",
    noun: "quarantined-event",
    id: null,
    name: null,
    sentence: `${toNumberText(quarantined, "event")} of calls could not be booked.`,
    count: quarantined,
    limit: null,
    filters: null,
  };
  return [...(unassigned > 0 ? [calls] : []), ...(quarantined > 0 ? [events] : [])];
};

const toUnverified = (accounts: readonly CarrierAccount[]): Attention[] =>
  accounts
    .filter(({ carrier, verification }) => carrier !== "simulator" && verification?.isVerified !== true)
    .map(({ id, name, verification }) => ({
      kind: "carrier-account-unverified",
      noun: "carrier-account",
      id: String(id),
      name,
      sentence:
        verification === null
          ? `${name} was never verified: whether its calls reach us is not known.`
          : `${name} was verified and something is wrong with it.`,
      count: 1,
      limit: null,
      filters: null,
    }));

/** What wants somebody's hand, the most urgent kind first; a fixed number of statements. */
export const readAttention = async (
  tx: AccountTransaction,
  windows: Windows,
  carrierAccounts: readonly CarrierAccount[],
): Promise<Attention[]> => {
  const { todayFrom: from, now: to } = windows;
  const today = { from, to, filters: { from: from.toISOString(), to: to.toISOString() } };
  const kinds = [
    toUnverified(carrierAccounts),
    await readTroubles(tx, today),
    await readCampaigns(tx, today),
    await readFailing(tx, windows),
    await readFull(tx),
    await readNumbers(tx, today),
  ];
  return kinds.flat();
};
