/** The power fails at operation `at`, before or after that operation took effect in memory. */
export type PowerFailure = { at: number; applied: boolean };

export type PlannedFailures = ReadonlyMap<number, "ENOSPC" | "EIO">;

export class PowerLost extends Error {
  override name = "PowerLost";
}

/** Counts the operations that change a disk and lets them fail as planned. */
export const createFaultMeter = () => {
  let operations = 0;
  let failures: PlannedFailures = new Map();
  let power: PowerFailure = { at: Number.POSITIVE_INFINITY, applied: false };

  return {
    operations: (): number => operations,
    failAt: (planned: PlannedFailures): void => {
      failures = planned;
    },
    losePowerAt: (failure: PowerFailure): void => {
      power = failure;
    },
    /** `half` is what happens of an operation that fails. */
    perform: (apply: () => void, half: () => void = () => undefined): void => {
      operations += 1;
      if (operations > power.at || (operations === power.at && !power.applied)) throw new PowerLost();
      const code = failures.get(operations);
      if (code) {
        half();
        throw Object.assign(new Error(`${code}: planted failure`), { code });
      }
      apply();
      if (operations === power.at) throw new PowerLost();
    },
  };
};

export type FaultMeter = ReturnType<typeof createFaultMeter>;
