/** What the fragment of a webhook's URL asks for. */
export type ConnectionOverrides = {
  readonly connectTimeoutMs: number;
  readonly readTimeoutMs: number;
  readonly totalTimeoutMs: number;
  readonly retryCount: number;
  readonly retryOn: ReadonlySet<string>;
};

export const defaultOverrides: ConnectionOverrides = {
  connectTimeoutMs: 5000,
  readTimeoutMs: 15_000,
  totalTimeoutMs: 15_000,
  retryCount: 1,
  retryOn: new Set(["ct"]),
};

const retryPolicies = new Set(["4xx", "5xx", "ct", "rt", "all"]);

/** Reads `#rc=2&rp=ct,5xx&rt=4000`; undefined when the retry policy is not one of the known words. */
export const parseConnectionOverrides = (fragment: string): ConnectionOverrides | undefined => {
  if (fragment === "") return defaultOverrides;
  const given = new URLSearchParams(fragment);
  const readNumber = (key: string, low: number, high: number, fallback: number): number => {
    const value = Number(given.get(key) ?? Number.NaN);
    return Number.isInteger(value) ? Math.min(high, Math.max(low, value)) : fallback;
  };
  const retryOn = new Set((given.get("rp") ?? "ct").split(","));
  if ([...retryOn].some((policy) => !retryPolicies.has(policy))) return undefined;
  return {
    connectTimeoutMs: readNumber("ct", 100, 10_000, defaultOverrides.connectTimeoutMs),
    readTimeoutMs: readNumber("rt", 100, 15_000, defaultOverrides.readTimeoutMs),
    totalTimeoutMs: readNumber("tt", 100, 15_000, defaultOverrides.totalTimeoutMs),
    retryCount: readNumber("rc", 0, 5, defaultOverrides.retryCount),
    retryOn,
  };
};
