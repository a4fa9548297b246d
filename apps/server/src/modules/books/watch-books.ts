import type { AccountBook } from "@ccp/engine";
import type { Clock, Timer } from "#clock.ts";
import type { DatabasePool } from "#db/client.ts";
import { withAccount, withDirectory } from "#db/transaction.ts";
import type { Snapshot } from "#live/snapshot/snapshot.ts";
import { listen } from "#db/listen.ts";
import { listRevisions } from "./books.store.ts";
import { type CompileDeps, compileBook } from "./compile-book.ts";
import { createGoneFinder } from "./gone-finder.ts";
import { createRefreshQueue } from "./refresh-queue.ts";

export type WatchBooksOptions = CompileDeps & {
  directUrl: string;
  pool: DatabasePool;
  snapshot: Snapshot;
  clock: Clock;
  /** Brings what decisions by a book need besides it; awaited before the book is routed by. */
  prepare?: (book: AccountBook) => Promise<void>;
};

/** Keeps the snapshot at each account's present revision. */
export type BookWatch = {
  /** Resolves when all accounts have been gone through once; one whose book cannot be compiled holds up nobody. */
  ready: Promise<void>;
  stop(): Promise<void>;
};

const pollEachMs = 2_000;

/** Books compiled at the same time; the rest of the pool stays for the console. */
const parallelMax = 2;

/** Compiles the book of an account and has calls routed by it; `compiled` is told of its revision. Never rejects. */
const createRefresh =
  (options: WatchBooksOptions, compiled: Map<string, number>) =>
  async (accountId: string): Promise<void> => {
    const { pool, snapshot, log } = options;
    try {
      const book = await withAccount(pool, accountId, (tx) => compileBook(tx, options));
      if (book === undefined) return;
      await options.prepare?.(book.entry.book);
      // Whoever changed the account meant it, however much it drops; only a change by itself is to be doubted.
      await snapshot.install(book.entry, { confirmed: book.isIntended });
      compiled.set(accountId, book.entry.book.revision);
    } catch (error) {
      log.error({ err: error, accountId }, "book not compiled");
    }
  };

/**
 * Compiles what changes: told by NOTIFY at once, found by polling where a notice was lost. An account's change
 * costs that account's book and no other. While PostgreSQL is away the snapshot stays as it is.
 */
export const watchBooks = (options: WatchBooksOptions): BookWatch => {
  const { directUrl, pool, snapshot, clock, log } = options;
  const compiled = new Map<string, number>();
  const findGone = createGoneFinder(log);
  let timer: Timer | undefined;
  let isStopped = false;
  let settleReady: () => void;
  const ready = new Promise<void>((resolve) => {
    settleReady = resolve;
  });

  const ask = createRefreshQueue(parallelMax, createRefresh(options, compiled));

  const forget = async (accountIds: readonly string[]): Promise<void> => {
    for (const accountId of accountIds) {
      log.warn({ accountId }, "account removed from the snapshot");
      compiled.delete(accountId);
      await snapshot.remove(accountId);
    }
  };

  const poll = async (): Promise<void> => {
    try {
      // Whoever comes in while the revisions are read is none of theirs.
      const held = [...snapshot.all()].map(({ book }) => book.accountId);
      const revisions = await withDirectory(pool, listRevisions);
      const changed = revisions.filter(({ accountId, revision }) => compiled.get(accountId) !== revision);
      await Promise.all(changed.map(({ accountId }) => ask(accountId)));
      await forget(findGone(held, new Set(revisions.map(({ accountId }) => accountId))));
      settleReady();
    } catch (error) {
      log.warn({ err: error }, "revisions of books not read");
    }
    if (isStopped) return;
    timer = clock.setTimeout(() => {
      polling = poll();
    }, pollEachMs);
  };

  let polling = poll();
  const listening = listen({
    directUrl,
    channel: "book",
    clock,
    log,
    onMessage: (accountId) => void ask(accountId),
    onConnected: () => undefined,
  });

  return {
    ready,
    stop: async () => {
      isStopped = true;
      if (timer !== undefined) clock.clearTimeout(timer);
      await listening.stop();
      await polling;
    },
  };
};
