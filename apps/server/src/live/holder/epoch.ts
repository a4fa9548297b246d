/** The counter in PostgreSQL that tells which process was the last to take the live state. */
export type Epochs = {
  /** Counts the epoch up for this holder and returns it. */
  takeEpoch: (holder: string) => Promise<number>;
  /** 0 when nobody ever took it. */
  readEpoch: () => Promise<number>;
};

type Query = (text: string, values?: unknown[]) => Promise<{ rows: Record<string, unknown>[] }>;

/** Runs work in one transaction of the directory's role. */
export type WithDirectory = <Result>(work: (tx: { query: Query }) => Promise<Result>) => Promise<Result>;

const TAKE = `
  insert into live_epoch (id, epoch, holder, taken_at) values (1, 1, $1, now())
  on conflict (id) do update
    set epoch = live_epoch.epoch + 1, holder = excluded.holder, taken_at = excluded.taken_at
  returning epoch`;

const READ = "select epoch from live_epoch where id = 1";

export const createEpochs = (withDirectory: WithDirectory): Epochs => {
  const run = (text: string, values: unknown[]): Promise<number> =>
    withDirectory(async (tx) => Number((await tx.query(text, values)).rows[0]?.["epoch"] ?? 0));

  return {
    takeEpoch: (holder) => run(TAKE, [holder]),
    readEpoch: () => run(READ, []),
  };
};
