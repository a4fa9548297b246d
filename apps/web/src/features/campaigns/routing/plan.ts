/** A row of the plan as it is typed. */
export type PlanRow = { targetId: string; priority: string; weight: string; enabled: boolean };

const readCount = (text: string): number | null => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : null);

/** Lower priorities first, else as they stood; untouched while a priority cannot be read. */
export const sortPlan = (rows: readonly PlanRow[]): PlanRow[] => {
  const priorities = rows.map(({ priority }) => readCount(priority));
  if (priorities.includes(null)) return [...rows];
  return rows.toSorted((one, other) => Number(one.priority) - Number(other.priority));
};

/**
 * Puts the row at `from` at `to`. Priorities stay where they are, so that a row takes the one of its new place, and
 * what stands higher is never tried later.
 */
export const moveRow = (rows: readonly PlanRow[], from: number, to: number): PlanRow[] => {
  const moved = rows[from];
  if (moved === undefined || rows[to] === undefined) return [...rows];
  const order = rows.toSpliced(from, 1).toSpliced(to, 0, moved);
  return order.map((row, place) => ({ ...row, priority: rows[place]?.priority ?? row.priority }));
};

/** Appends a target that is tried after all others. */
export const addRow = (rows: readonly PlanRow[], targetId: string): PlanRow[] => {
  const last = Math.max(0, ...rows.map(({ priority }) => readCount(priority) ?? 0));
  const priority = String(Math.min(last + 1, 1000));
  return [...rows, { targetId, priority, weight: "1", enabled: true }];
};

/** The share of calls that a row gets while all enabled rows of its priority are open; null where it gets none. */
export const toShare = (rows: readonly PlanRow[], row: PlanRow): number | null => {
  const own = readCount(row.weight);
  const equals = rows.filter(({ enabled, priority }) => enabled && priority === row.priority);
  const weights = equals.map(({ weight }) => readCount(weight));
  if (!row.enabled || own === null || weights.includes(null)) return null;
  const sum = weights.reduce<number>((total, weight) => total + (weight ?? 0), 0);
  return sum === 0 ? null : own / sum;
};
