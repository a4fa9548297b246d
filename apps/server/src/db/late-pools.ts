import { createPools, type DatabasePool, type PoolOptions, type Pools, poolLimits } from "./client.ts";

export type LatePools = Pools & {
  /** From now on connections go to this address; those to the one before are closed. */
  open(options: PoolOptions): void;
};

/** Pools that can be handed out before the database's address is known; until then nobody gets a connection. */
export const createLatePools = (): LatePools => {
  let pools: Pools | undefined;
  const toPool = (name: "app" | "drain"): DatabasePool => ({
    limits: poolLimits[name],
    connect: () =>
      pools === undefined
        ? Promise.reject(new Error("The database has not been started yet."))
        : pools[name].connect(),
  });
  return {
    app: toPool("app"),
    drain: toPool("drain"),
    open: (options) => {
      const before = pools;
      pools = createPools(options);
      void before?.close();
    },
    close: async () => {
      await pools?.close();
    },
  };
};
