import type { Logger } from "pino";
import { Client } from "pg";
import type { Clock, Timer } from "#clock.ts";

export type ListenOptions = {
  /** PostgreSQL itself, not a transaction pooler: what is listened to belongs to the connection. */
  directUrl: string;
  channel: "booked" | "book" | "agents";
  clock: Clock;
  log: Logger;
  onMessage: (payload: string) => void;
  /** Told at each connection, when everything sent before it has been missed. */
  onConnected: () => void;
};

export type Listening = { stop(): Promise<void> };

const retryAfterMs = 1_000;
const checkEachMs = 15_000;

/** Listens on a connection of its own for as long as it takes, and connects again when it breaks or falls silent. */
export const listen = (options: ListenOptions): Listening => {
  const { directUrl, channel, clock, log } = options;
  let client: Client | undefined;
  let timer: Timer | undefined;
  let isStopped = false;

  const wait = (run: () => Promise<void>, delayMs: number): void => {
    if (!isStopped) timer = clock.setTimeout(run, delayMs);
  };

  const retry = (broken: Client, error: unknown): void => {
    if (client !== broken) return;
    client = undefined;
    if (timer !== undefined) clock.clearTimeout(timer);
    if (!isStopped) log.warn({ err: error, channel }, "listening interrupted");
    broken.end().catch(() => undefined);
    wait(connect, retryAfterMs);
  };

  // A connection that died without a word is noticed only by asking.
  const check = async (asked: Client): Promise<void> => {
    try {
      await asked.query("select 1");
      if (client === asked) wait(() => check(asked), checkEachMs);
    } catch (error) {
      retry(asked, error);
    }
  };

  const connect = async (): Promise<void> => {
    const next = new Client({
      connectionString: directUrl,
      connectionTimeoutMillis: 2_000,
      query_timeout: 5_000,
      application_name: `callcenter-pro ${channel}`,
      keepAlive: true,
    });
    client = next;
    next.on("error", (error) => retry(next, error));
    next.on("end", () => retry(next, new Error("The connection was closed.")));
    next.on("notification", (message) => options.onMessage(message.payload ?? ""));
    try {
      await next.connect();
      await next.query(`listen ${channel}`);
      if (client !== next) return;
      options.onConnected();
      wait(() => check(next), checkEachMs);
    } catch (error) {
      retry(next, error);
    }
  };

  const connecting = connect();
  return {
    stop: async () => {
      isStopped = true;
      if (timer !== undefined) clock.clearTimeout(timer);
      await connecting;
      const last = client;
      client = undefined;
      await last?.end();
    },
  };
};
