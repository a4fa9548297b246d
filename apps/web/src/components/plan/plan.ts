import type { PlanRowShown, PlanTargetRow, PlanAgentRow } from "@ccp/contract";

/** Whom a row is for. */
export type RowOf = { kind: PlanRowShown["kind"]; id: string };

/**
 * What a row says instead of its targets, null being what each of them says; which of the calls it takes, and how often
 * it may ring in one call; and what agents need for them, who have no terms.
 */
export type Overrides = Pick<
  PlanTargetRow,
  "revenue" | "hours" | "ringTimeoutSeconds" | "dialAttemptsMax" | "filter" | "concurrencyMax"
> &
  Pick<PlanAgentRow, "skills">;

/** A row of the plan as it is typed. */
export type PlanRow = RowOf &
  Overrides & {
    /** Of its own, wherever it is moved. */
    key: string;
    priority: string;
    weight: string;
    enabled: boolean;
  };

/** Anything that stands in an order and is moved in it. */
type Ordered = { priority: string };

const readCount = (text: string): number | null => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : null);

/** Lower priorities first, else as they stood; untouched while a priority cannot be read. */
export const sortPlan = <Row extends Ordered>(rows: readonly Row[]): Row[] => {
  const priorities = rows.map(({ priority }) => readCount(priority));
  if (priorities.includes(null)) return [...rows];
  return rows.toSorted((one, other) => Number(one.priority) - Number(other.priority));
};

/** Puts the item at `from` at `to`. */
export const moveItem = <Item>(items: readonly Item[], from: number, to: number): Item[] => {
  const moved = items[from];
  if (moved === undefined || items[to] === undefined) return [...items];
  return items.toSpliced(from, 1).toSpliced(to, 0, moved);
};

/**
 * Puts the row at `from` at `to`. Priorities stay where they are, so that a row takes the one of its new place, and
 * what stands higher is never tried later.
 */
export const moveRow = <Row extends Ordered>(rows: readonly Row[], from: number, to: number): Row[] =>
  moveItem(rows, from, to).map((row, place) => ({
    ...row,
    priority: rows[place]?.priority ?? row.priority,
  }));

const pickKey = (rows: readonly PlanRow[], { kind, id }: RowOf): string => {
  const taken = new Set(rows.map(({ key }) => key));
  let count = 1;
  while (taken.has(`${kind} ${id} ${count}`)) count += 1;
  return `${kind} ${id} ${count}`;
};

/** Appends a row that is tried after all others, and that leaves everything to its targets. */
export const addRow = (rows: readonly PlanRow[], of: RowOf): PlanRow[] => {
  const last = Math.max(0, ...rows.map(({ priority }) => readCount(priority) ?? 0));
  const priority = String(Math.min(last + 1, 1000));
  const own = { key: pickKey(rows, of), ...of, priority, weight: "1", enabled: true };
  const place = { hours: null, ringTimeoutSeconds: null, dialAttemptsMax: 1, filter: null };
  return [...rows, { ...own, ...place, revenue: null, concurrencyMax: null, skills: [] }];
};

type Weighted = { weight: string; enabled: boolean };

/** The share of calls that one gets while all of its equals are open that are on; null where it gets none. */
export const toShareAmong = (equals: readonly Weighted[], own: Weighted): number | null => {
  const weight = readCount(own.weight);
  const weights = equals.filter(({ enabled }) => enabled).map((each) => readCount(each.weight));
  if (!own.enabled || weight === null || weights.includes(null)) return null;
  const sum = weights.reduce<number>((total, each) => total + (each ?? 0), 0);
  return sum === 0 ? null : weight / sum;
};

/** The share of calls that a row gets while all enabled rows of its priority are open. */
export const toShare = <Row extends Ordered & Weighted>(rows: readonly Row[], row: Row): number | null =>
  toShareAmong(
    rows.filter(({ priority }) => priority === row.priority),
    row,
  );

export const hasOverrides = ({
  revenue,
  hours,
  ringTimeoutSeconds,
  dialAttemptsMax,
  filter,
  concurrencyMax,
  skills,
}: Overrides): boolean =>
  [revenue, hours, ringTimeoutSeconds, filter, concurrencyMax].some((own) => own !== null) ||
  dialAttemptsMax > 1 ||
  skills.length > 0;

/** Whether a row is for agents. */
export const isOfAgents = ({ kind }: Pick<RowOf, "kind">): boolean =>
  kind === "agent" || kind === "agent-group";
