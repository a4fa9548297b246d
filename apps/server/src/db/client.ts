import { Pool, type PoolClient } from "pg";

/** How long each kind of work may wait, so that a frozen or busy server never holds anybody for ever. */
export type PoolLimits = {
  connectionsMax: number;
  connectTimeoutMs: number;
  /** On our side: the only limit that still works when the server is frozen. */
  queryTimeoutMs: number;
  statementTimeoutMs: number;
  lockTimeoutMs: number;
  idleInTransactionTimeoutMs: number;
};

/** Connections for one kind of work. Work goes through `withAccount` or `withDirectory`, never past them. */
export type DatabasePool = {
  connect(): Promise<PoolClient>;
  limits: PoolLimits;
};

export type Pools = {
  /** Console and API. */
  app: DatabasePool;
  /** Booking of what the live path acknowledged. */
  drain: DatabasePool;
  close(): Promise<void>;
};

export const poolLimits: Record<"app" | "drain", PoolLimits> = {
  app: {
    connectionsMax: 10,
    connectTimeoutMs: 2_000,
    queryTimeoutMs: 5_000,
    statementTimeoutMs: 4_000,
    lockTimeoutMs: 1_000,
    idleInTransactionTimeoutMs: 10_000,
  },
  drain: {
    connectionsMax: 4,
    connectTimeoutMs: 800,
    queryTimeoutMs: 1_500,
    statementTimeoutMs: 1_200,
    lockTimeoutMs: 500,
    idleInTransactionTimeoutMs: 5_000,
  },
};

export type PoolOptions = {
  url: string;
  /** Told of a connection that broke while nobody used it; the pool replaces it by itself. */
  onIdleError?: (error: Error) => void;
};

// The server's own limits are set in each transaction: a pooler in between refuses them at connecting.
const createPool = (options: PoolOptions, limits: PoolLimits) => {
  const pool = new Pool({
    connectionString: options.url,
    max: limits.connectionsMax,
    connectionTimeoutMillis: limits.connectTimeoutMs,
    query_timeout: limits.queryTimeoutMs,
    application_name: "callcenter-pro",
    keepAlive: true,
  });
  pool.on("error", (error) => options.onIdleError?.(error));
  // A connection that breaks while it is in use fails its statement; unheard, its event would end the process.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return { connect: () => pool.connect(), limits, end: () => pool.end() };
};

export const createPools = (options: PoolOptions): Pools => {
  const app = createPool(options, poolLimits.app);
  const drain = createPool(options, poolLimits.drain);
  return {
    app,
    drain,
    close: async () => {
      await Promise.all([app.end(), drain.end()]);
    },
  };
};
