import type { BookedMessage } from "@ccp/contract";
import type { Logger } from "pino";
import type { Clock } from "#clock.ts";
import type { DatabasePool } from "#db/client.ts";
import { listen } from "#db/listen.ts";
import { type Change, loadChanges } from "./load-changes.ts";

export type SendBooked = (message: BookedMessage) => void;

/** Tells consoles which calls were booked, a few times a second at the most. */
export type Stream = {
  /**
   * Sends the latest bookings at once and each later one as it happens, until the returned function is called.
   * A message names the newest `bookedSeq`: a reader asks the API for everything since its own.
   */
  subscribe(accountId: string, send: SendBooked): () => void;
  /** Has those who listen ask anew for what is live beside calls, such as how agents stand. */
  nudge(accountId: string): void;
  stop(): Promise<void>;
};

export type StreamOptions = {
  directUrl: string;
  pool: DatabasePool;
  clock: Clock;
  log: Logger;
  /** Told of each account that something was booked for; null: of whoever it was, the notices were missed. */
  onBooked?: (accountId: string | null) => void;
};

type Subscriber = { seq: number; send: SendBooked };

type Audience = { subscribers: Set<Subscriber>; isResting: boolean; isStale: boolean };

const restMs = 200;
const retryAfterMs = 1_000;

/** A batch's notice, as the drain's statement writes it. */
type Notice = { accountId: string; bookedSeq?: number };

/** Sends each what it has not seen; subscribers that stand at the same place share one message. */
const sendChanges = (audience: Audience, since: number, changes: readonly Change[]): void => {
  const bookedSeq = changes.at(-1)?.seq ?? 0;
  const messages = new Map<number, BookedMessage>();
  for (const subscriber of audience.subscribers) {
    // Whoever came in the meantime from an earlier place is served by the next load.
    if (subscriber.seq < since || subscriber.seq >= bookedSeq) continue;
    const { seq } = subscriber;
    const callIds = () => changes.filter((change) => change.seq > seq).map(({ id }) => id);
    const message = messages.get(seq) ?? { bookedSeq, callIds: callIds() };
    messages.set(seq, message);
    subscriber.seq = bookedSeq;
    subscriber.send(message);
  }
};

/** Tells each what it has seen already: nothing was booked, and something else is to be asked for anew. */
const nudgeAll = (audience: Audience | undefined): void => {
  for (const { seq, send } of audience?.subscribers ?? []) send({ bookedSeq: seq, callIds: [] });
};

export const createStream = (options: StreamOptions): Stream => {
  const { directUrl, pool, clock, log } = options;
  const audiences = new Map<string, Audience>();

  const rest = (accountId: string, audience: Audience, delayMs: number): void => {
    clock.setTimeout(() => {
      audience.isResting = false;
      if (audience.isStale && audiences.get(accountId) === audience) void refresh(accountId, audience);
    }, delayMs);
  };

  /** Loads and sends at once, or after the rest that follows each load. */
  const refresh = async (accountId: string, audience: Audience): Promise<void> => {
    audience.isStale = true;
    if (audience.isResting) return;
    audience.isResting = true;
    audience.isStale = false;
    const since = Math.min(...[...audience.subscribers].map(({ seq }) => seq));
    try {
      sendChanges(audience, since, await loadChanges(pool, accountId, since));
      rest(accountId, audience, restMs);
    } catch (error) {
      log.warn({ err: error, accountId }, "booked calls not announced yet");
      audience.isStale = true;
      rest(accountId, audience, retryAfterMs);
    }
  };

  const listening = listen({
    directUrl,
    channel: "booked",
    clock,
    log,
    onMessage: (payload) => {
      const { accountId } = JSON.parse(payload) as Notice;
      options.onBooked?.(accountId);
      const audience = audiences.get(accountId);
      if (audience !== undefined) void refresh(accountId, audience);
    },
    // Notices sent while nobody listened are lost; what they told of is not.
    onConnected: () => {
      options.onBooked?.(null);
      for (const [accountId, audience] of audiences) void refresh(accountId, audience);
    },
  });

  return {
    subscribe: (accountId, send) => {
      const audience = audiences.get(accountId) ?? {
        subscribers: new Set(),
        isResting: false,
        isStale: false,
      };
      audiences.set(accountId, audience);
      const subscriber = { seq: 0, send };
      audience.subscribers.add(subscriber);
      void refresh(accountId, audience);
      return () => {
        audience.subscribers.delete(subscriber);
        if (audience.subscribers.size === 0) audiences.delete(accountId);
      };
    },
    nudge: (accountId) => nudgeAll(audiences.get(accountId)),
    stop: async () => {
      audiences.clear();
      await listening.stop();
    },
  };
};
