/** A process that asks for the live state. */
export type Claimant = {
  /** Names this process and no other, ever. */
  holder: string;
  /** The data folder whose lock this process has; nobody else acts from it. */
  folder: string;
};

/** The row in PostgreSQL that tells which process holds the live state; PostgreSQL's own clock judges how old it is. */
export type Epochs = {
  /** Takes the live state on when this folder had it last; undefined when it did not. */
  resume: (claimant: Claimant) => Promise<number | undefined>;
  /**
   * Takes the live state when this folder had it last, nobody has it, it was released, or its holder was not heard of
   * for 10 seconds. Returns the new epoch; undefined while another living process has it.
   */
  claim: (claimant: Claimant) => Promise<number | undefined>;
  /** Says that the holder lives; undefined when another process has taken the live state since. */
  refresh: (holder: string) => Promise<number | undefined>;
  /** Lets another process take the live state at once. */
  release: (holder: string) => Promise<void>;
};

type Query = (text: string, values?: unknown[]) => Promise<{ rows: Record<string, unknown>[] }>;

/** Runs work in one transaction of the directory's role. */
export type WithDirectory = <Result>(work: (tx: { query: Query }) => Promise<Result>) => Promise<Result>;

const TAKE = `
  epoch = live_epoch.epoch + 1, holder = $1, folder = $2, taken_at = now(), seen_at = now(), is_released = false`;

const RESUME = `update live_epoch set ${TAKE} where id = 1 and folder = $2 returning epoch`;

const CLAIM = `
  insert into live_epoch (id, epoch, holder, folder, taken_at) values (1, 1, $1, $2, now())
  on conflict (id) do update set ${TAKE}
    where live_epoch.folder = $2 or live_epoch.is_released or live_epoch.seen_at < now() - interval '10 seconds'
  returning epoch`;

const REFRESH =
  "update live_epoch set seen_at = now() where id = 1 and holder = $1 and not is_released returning epoch";

const RELEASE = "update live_epoch set is_released = true where id = 1 and holder = $1";

// Table, column or role are missing: PostgreSQL answers, and this version has not set it up yet.
const isNotSetUp = (error: unknown): boolean =>
  error instanceof Error && "code" in error && /^(42|22023)/.test(String(error.code));

export const createEpochs = (withDirectory: WithDirectory): Epochs => {
  const run = (text: string, values: unknown[]): Promise<number | undefined> =>
    withDirectory(async (tx) => {
      const epoch = (await tx.query(text, values)).rows[0]?.["epoch"];
      return epoch === undefined ? undefined : Number(epoch);
    });

  return {
    resume: async ({ holder, folder }) => {
      try {
        return await run(RESUME, [holder, folder]);
      } catch (error) {
        if (isNotSetUp(error)) return undefined;
        throw error;
      }
    },
    claim: ({ holder, folder }) => run(CLAIM, [holder, folder]),
    refresh: (holder) => run(REFRESH, [holder]),
    release: async (holder) => {
      await run(RELEASE, [holder]);
    },
  };
};
