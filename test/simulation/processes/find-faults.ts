import { toCallId } from "@ccp/server/live/call-id.ts";
import type { CallTruth, LegTruth } from "@ccp/simulator";
import type { Account } from "./furnish-account.ts";
import type { Plan, PlannedTarget } from "./plan.ts";
import type { BookedCall, BookedEvent, Books } from "./read-books.ts";

type Scene = { plan: Plan; account: Account };

/** A call as it really was, beside what is booked of it. */
type Pair = { truth: CallTruth; row: BookedCall | undefined; events: readonly BookedEvent[]; net: Net };

/** Micros by ledger account, without those that come to nothing. */
type Net = ReadonlyMap<string, bigint>;

const statusWords: Readonly<Record<string, string>> = { answered: "in-progress" };

/** Whether what the carrier counts as acknowledged is booked. */
const isBooked = (acknowledged: string, { truth, events }: Pair): boolean => {
  const [purpose = "", ...rest] = acknowledged.split(":");
  const sid = rest.at(-1) ?? "";
  const has = (isMeant: (key: string) => boolean): boolean => events.some(({ key }) => isMeant(key));
  switch (purpose) {
    case "voice":
      return has((key) => key === "arrived") && has((key) => key === "decided:0");
    case "fallback":
      return has((key) => key.startsWith("decided:"));
    case "recording":
      return has((key) => key.startsWith("recording:") && key.endsWith(`:${rest[0]}`));
    case "status": {
      const leg = [truth, ...truth.children].find(({ callSid }) => callSid === sid);
      const status = rest[0] === "completed" ? leg?.status : (statusWords[rest[0] ?? ""] ?? rest[0]);
      return has((key) => key === `leg:${sid}:${status}:callback`);
    }
    default:
      return false;
  }
};

const isDialAction = (acknowledged: string): boolean => acknowledged.startsWith("dial-action:");

const findLost = (pair: Pair): string[] => {
  const { acknowledged } = pair.truth;
  const actions = acknowledged.filter(isDialAction).length;
  const ends = pair.events.filter(({ key }) => key.startsWith("dial-ended:")).length;
  return [
    ...acknowledged
      .filter((each) => !isDialAction(each) && !isBooked(each, pair))
      .map((each) => `${each} lost`),
    ...(actions > ends ? [`${actions} dial actions acknowledged, ${ends} booked`] : []),
  ];
};

const isBridged = ({ bridgedMs }: LegTruth): boolean => bridgedMs > 0;

/** Nobody is rung once somebody talked, and everybody who was rung was decided for. */
const findMisdialled = ({ truth, events }: Pair): string[] => {
  const { children } = truth;
  const bridged = children.findIndex(isBridged);
  const decided = events.flatMap(({ dialled }) => dialled ?? []);
  let place = 0;
  const isDecided = children.every(({ to }) => {
    place = decided.indexOf(to, place) + 1;
    return place > 0;
  });
  return [
    ...(bridged >= 0 && bridged < children.length - 1 ? ["rung somebody else after a conversation"] : []),
    ...(new Set(children.map(({ to }) => to)).size < children.length ? ["rung somebody twice"] : []),
    ...(isDecided ? [] : [`rung ${children.map(({ to }) => to).join()}, decided ${decided.join()}`]),
  ];
};

const findTarget = ({ targets, fallback }: Plan, phone: string): PlannedTarget =>
  targets.find((target) => target.phone === phone) ?? fallback;

/** What the truth is worth by the plan's terms. */
const toWorth = (
  { plan }: Scene,
  truth: CallTruth,
): { revenue: bigint; payout: bigint; phone: string | null } => {
  const winner = truth.children.find(isBridged);
  if (winner === undefined) return { revenue: 0n, payout: 0n, phone: null };
  const target = findTarget(plan, winner.to);
  return {
    phone: winner.to,
    revenue: winner.durationSeconds >= target.revenueAfterSeconds ? target.revenueMicros : 0n,
    payout: winner.durationSeconds >= plan.payoutAfterSeconds ? plan.payoutMicros : 0n,
  };
};

const showNet = (net: Net): string =>
  [...net]
    .filter(([, micros]) => micros !== 0n)
    .map(([account, micros]) => `${account} ${micros}`)
    .sort()
    .join(", ");

const findMoneyFaults = (scene: Scene, { truth, row, net }: Pair): string[] => {
  const { revenue, payout, phone } = toWorth(scene, truth);
  const { buyerIds, publisherId } = scene.account;
  const expected = showNet(
    new Map([
      [`buyer:${buyerIds.get(phone ?? "")}:receivable`, -revenue],
      [`publisher:${publisherId}:payable`, payout],
      ["margin", revenue - payout],
    ]),
  );
  const faults: string[] = [];
  if (showNet(net) !== expected) faults.push(`ledger ${showNet(net)}, truly ${expected}`);
  if ((row?.revenueMicros ?? 0n) !== revenue || (row?.payoutMicros ?? 0n) !== payout)
    faults.push(`row ${row?.revenueMicros}/${row?.payoutMicros}, truly ${revenue}/${payout}`);
  return faults;
};

/** A call has a row as soon as we took it on, however it went then. */
const findMissingRow = ({ truth, row, events }: Pair): string[] => {
  const isOurs = truth.children.length > 0 || events.some(({ key }) => key === "arrived");
  return isOurs && row === undefined ? ["has no row"] : [];
};

const findRowFaults = ({ truth, row }: Pair): string[] => {
  if (row === undefined) return [];
  const winner = truth.children.find(isBridged);
  const shown = [row.status, row.outcome === "connected", row.connectedSeconds];
  const real = ["ended", winner !== undefined, winner?.durationSeconds ?? null];
  const faults = shown.join() === real.join() ? [] : [`${shown.join(", ")}, truly ${real.join(", ")}`];
  if (winner !== undefined && row.targetPhone !== winner.to)
    faults.push(`booked for ${row.targetPhone}, truly ${winner.to}`);
  return faults;
};

const groupBy = <Item>(items: readonly Item[], toKey: (item: Item) => string): Map<string, Item[]> => {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(toKey(item));
    if (group === undefined) groups.set(toKey(item), [item]);
    else group.push(item);
  }
  return groups;
};

const toNets = ({ transfers }: Books): Map<string, Map<string, bigint>> => {
  const nets = new Map<string, Map<string, bigint>>();
  for (const { callId, debit, credit, micros } of transfers) {
    const net = nets.get(callId) ?? new Map<string, bigint>();
    nets.set(callId, net);
    net.set(credit, (net.get(credit) ?? 0n) + micros);
    net.set(debit, (net.get(debit) ?? 0n) - micros);
  }
  return nets;
};

/** Targets that had more calls at once than they take. */
const findCrowds = ({ plan }: Scene, truths: readonly CallTruth[]): string[] =>
  [
    ...groupBy(
      truths.flatMap(({ children }) => children),
      ({ to }) => to,
    ),
  ].flatMap(([phone, legs]) => {
    const { concurrencyMax } = findTarget(plan, phone);
    const moves = legs.flatMap(({ startedAt, endedAt }) => [
      { at: startedAt, step: 1 },
      { at: endedAt ?? Number.POSITIVE_INFINITY, step: -1 },
    ]);
    let now = 0;
    let most = 0;
    for (const { step } of moves.sort((a, b) => a.at - b.at || a.step - b.step)) {
      now += step;
      most = Math.max(most, now);
    }
    return concurrencyMax !== null && most > concurrencyMax ? [`${phone} had ${most} calls at once`] : [];
  });

/**
 * Everything in which the books differ from what really happened, as the carrier tells it: acknowledged and lost,
 * doubled, not final, wrong in money, rung once too often. Empty when they agree to the micro.
 */
export const findFaults = (scene: Scene, truths: readonly CallTruth[], books: Books): string[] => {
  const rows = groupBy(books.calls, ({ carrierCallRef }) => carrierCallRef);
  const events = groupBy(books.events, ({ callId }) => callId);
  const nets = toNets(books);
  const faults = findCrowds(scene, truths);
  if (books.quarantined > 0) faults.push(`${books.quarantined} events quarantined`);
  const known = new Set<string>();
  for (const truth of truths) {
    const { callSid } = truth;
    const callId = toCallId({ carrier: "simulator", accountRef: scene.account.accountRef }, callSid);
    known.add(callId);
    const found = rows.get(callSid) ?? [];
    const pair = {
      truth,
      row: found.find(({ id }) => id === callId),
      events: events.get(callId) ?? [],
      net: nets.get(callId) ?? new Map<string, bigint>(),
    };
    const own = [
      ...(truth.isOver ? [] : ["not over at the carrier"]),
      ...(found.length > 1 ? [`${found.length} rows`] : []),
      ...findLost(pair),
      ...findMisdialled(pair),
      ...findMissingRow(pair),
      ...findRowFaults(pair),
      ...findMoneyFaults(scene, pair),
    ];
    faults.push(...own.map((fault) => `${callSid}: ${fault}`));
  }
  const strangers = [...events.keys(), ...nets.keys()].filter((callId) => !known.has(callId));
  return [...faults, ...new Set(strangers.map((callId) => `${callId}: no such call at the carrier`))];
};
