import { nextDue, type CallState, type Due } from "@ccp/engine";

/** How often the carrier was asked about a call, when last (epoch ms), and how often it knew no such call. */
export type Asked = { count: number; at: number; unknown: number };

/** A call's next moment; no `due` means that it is to be forgotten then. */
export type Moment = { due: Due | null; at: number };

/** A settled call stays this long, so that late callbacks and repeated requests find it. */
const keepSettledMs = 2 * 60_000;
// Of such a call only its end was heard, and perhaps more is still to come.
const keepHeadlessMs = 10 * 60_000;
// What the carrier could not settle by then, only a later word from it can.
const keepUnsettledMs = 24 * 3_600_000;
const askAgainMs = 60_000;
const askAgainMostMs = 3_600_000;

/** When a question may be repeated: each time after twice as long. */
const toAskableAt = ({ count, at }: Asked): number =>
  at + Math.min(askAgainMs * 2 ** (count - 1), askAgainMostMs);

/** Whether a call to which nothing more is to come is forgotten by `at` (epoch ms). */
export const isForgottenBy = (state: CallState, at: number): boolean =>
  nextDue(state) === null && at >= (state.lastFactAt ?? 0) + keepSettledMs;

/** What is next for a call, and when. Law: there is always something, so that no context stays for ever. */
export const toMoment = (state: CallState, asked: Asked | undefined): Moment => {
  const due = nextDue(state);
  const heardAt = state.lastFactAt ?? 0;
  if (due === null) return { due, at: heardAt + keepSettledMs };
  const isFree = asked === undefined || (due.kind === "convert" && due.at > asked.at);
  const at = isFree ? due.at : Math.max(due.at, toAskableAt(asked));
  const forgetAt = heardAt + (state.arrived === null ? keepHeadlessMs : keepUnsettledMs);
  return at < forgetAt ? { due, at } : { due: null, at: forgetAt };
};
