import { randomUUID } from "node:crypto";
import type {
  CreateTarget,
  ListTargetsQuery,
  ListTargetUsageQuery,
  Target,
  UpdateTarget,
} from "@ccp/contract";
import type { CallFilter, FilterNames, Hours, Protection } from "@ccp/engine";
import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { accounts } from "#db/schema/accounts.ts";
import { buyers, targets } from "#db/schema/parties.ts";
import type { AccountTransaction } from "#db/transaction.ts";
import { notFound } from "#http/app-error.ts";
import { toPage } from "#http/keyset.ts";
import { isAmong, toNounList } from "#http/noun-list.ts";
import type { Page } from "#http/verb.ts";
import type { NounStore } from "#modules/audit/change-items.ts";
import { toCapsColumn } from "#modules/caps/to-caps-column.ts";
import { describeDestinationBar } from "#modules/numbers/find-destination-bar.ts";
import { pickFilterNames, readFilterNames } from "./read-filter-names.ts";
import { revenueRank, toRevenue, toRevenueColumns } from "./revenue-columns.ts";

const columns = {
  id: targets.id,
  buyerId: targets.buyerId,
  buyerName: buyers.name,
  name: targets.name,
  status: targets.status,
  destinationKind: targets.destinationKind,
  destination: targets.destination,
  dialCountries: accounts.dialCountries,
  highRiskPrefixes: accounts.highRiskPrefixes,
  caps: targets.caps,
  concurrencyMax: targets.concurrencyMax,
  concurrencyGrid: targets.concurrencyGrid,
  rate: targets.rate,
  ringTimeoutSeconds: targets.ringTimeoutSeconds,
  revenueMicros: targets.revenueMicros,
  revenueAfterSeconds: targets.revenueAfterSeconds,
  conversion: targets.conversion,
  revenueByLength: targets.revenueByLength,
  oncePerCaller: targets.oncePerCaller,
  hours: targets.hours,
  filter: targets.filter,
  repeatCallers: targets.repeatCallers,
  timeZone: targets.timeZone,
  version: targets.version,
  createdAt: targets.createdAt,
  updatedAt: targets.updatedAt,
};

type OfAccount = "dialCountries" | "highRiskPrefixes";

type Row = Pick<typeof targets.$inferSelect, Exclude<keyof typeof columns, "buyerName" | OfAccount>> &
  Pick<typeof accounts.$inferSelect, OfAccount> & { buyerName: string };

const readNames = (tx: AccountTransaction, rows: readonly Pick<Row, "filter">[]): Promise<FilterNames> =>
  readFilterNames(
    tx,
    rows.map(({ filter }) => filter as CallFilter | null),
  );

const toTarget = (row: Row, names: FilterNames): Target => ({
  id: row.id,
  buyer: { id: row.buyerId, name: row.buyerName },
  name: row.name,
  status: row.status,
  destination: { kind: row.destinationKind, address: row.destination },
  barred: describeDestinationBar({ kind: row.destinationKind, address: row.destination }, row),
  caps: (row.caps ?? []) as Target["caps"],
  concurrencyMax: row.concurrencyMax,
  concurrencyGrid: row.concurrencyGrid as Target["concurrencyGrid"],
  rate: row.rate as Target["rate"],
  ringTimeoutSeconds: row.ringTimeoutSeconds,
  revenue: toRevenue(row),
  hours: row.hours as Hours | null,
  filter: row.filter as CallFilter | null,
  filterNames: pickFilterNames(row.filter as CallFilter | null, names),
  repeatCallers: row.repeatCallers as Protection | null,
  timeZone: row.timeZone,
  version: row.version,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

const itsBuyer = and(eq(buyers.accountId, targets.accountId), eq(buyers.id, targets.buyerId));

export const selectTargets = async (
  tx: AccountTransaction,
  query: ListTargetsQuery,
): Promise<Page<Target>> => {
  const { keyset, where } = toNounList(tx.accountId, targets, query, {
    idType: "uuid",
    sorts: {
      buyer: { expression: sql`lower(${buyers.name})`, type: "text" },
      revenue: { expression: revenueRank, type: "bigint" },
    },
  });
  const rows = await tx.db
    .select({ ...columns, sortKey: keyset.sortKey })
    .from(targets)
    .innerJoin(buyers, itsBuyer)
    .innerJoin(accounts, eq(accounts.accountId, targets.accountId))
    .where(and(where, isAmong(targets.buyerId, query.buyerId)))
    .orderBy(...keyset.orderBy)
    .limit(query.limit + 1);
  const names = await readNames(tx, rows);
  return toPage(rows, query, (row) => toTarget(row, names));
};

/** Those of the ids that are there. */
export const readTargets = async (tx: AccountTransaction, ids: string[]): Promise<Target[]> => {
  const rows = await tx.db
    .select(columns)
    .from(targets)
    .innerJoin(buyers, itsBuyer)
    .innerJoin(accounts, eq(accounts.accountId, targets.accountId))
    .where(and(eq(targets.accountId, tx.accountId), inArray(targets.id, ids)));
  const names = await readNames(tx, rows);
  return rows.map((row) => toTarget(row, names));
};

export const getTargetRow = async (tx: AccountTransaction, id: string): Promise<Target> => {
  const [target] = await readTargets(tx, [id]);
  if (target === undefined) throw notFound("target");
  return target;
};

export type TargetPatch = Omit<UpdateTarget, "status"> & { status?: Target["status"] | undefined };

/** Fields of the contract in the table's terms; what is undefined stays as it is. */
const toValues = ({ destination, revenue, caps, ...rest }: Omit<TargetPatch, "version">) => ({
  ...rest,
  ...(revenue !== undefined && toRevenueColumns(revenue)),
  caps: toCapsColumn(caps),
  destinationKind: destination?.kind,
  destination: destination?.address,
});

export const insertTarget = async (
  tx: AccountTransaction,
  { revenue, ...input }: CreateTarget,
): Promise<string> => {
  const id = randomUUID();
  await tx.db.insert(targets).values({
    ...input,
    ...toRevenueColumns(revenue),
    caps: toCapsColumn(input.caps),
    accountId: tx.accountId,
    id,
    destinationKind: input.destination.kind,
    destination: input.destination.address,
  });
  return id;
};

export const writeTarget = async (
  tx: AccountTransaction,
  ids: string[],
  patch: TargetPatch,
): Promise<void> => {
  const { version: _, ...values } = patch;
  await tx.db
    .update(targets)
    .set({ ...toValues(values), version: sql`${targets.version} + 1`, updatedAt: sql`now()` })
    .where(and(eq(targets.accountId, tx.accountId), inArray(targets.id, ids)));
};

/** What tells the counters of the targets in service. */
export const selectTargetCaps = async (tx: AccountTransaction, targetId: ListTargetUsageQuery["targetId"]) =>
  tx.db
    .select({
      id: targets.id,
      caps: targets.caps,
      generation: targets.capsGeneration,
      timeZone: sql<string>`coalesce(${targets.timeZone}, ${accounts.timeZone})`,
      concurrencyMax: targets.concurrencyMax,
      concurrencyGrid: targets.concurrencyGrid,
      revenue: {
        revenueMicros: targets.revenueMicros,
        revenueByLength: targets.revenueByLength,
      },
      buyer: {
        id: buyers.id,
        name: buyers.name,
        caps: buyers.caps,
        generation: buyers.capsGeneration,
        concurrencyMax: buyers.concurrencyMax,
        timeZone: accounts.timeZone,
        billing: buyers.billing,
        creditLimitMicros: buyers.creditLimitMicros,
        balanceMode: buyers.balanceMode,
      },
    })
    .from(targets)
    .innerJoin(buyers, itsBuyer)
    .innerJoin(accounts, eq(accounts.accountId, targets.accountId))
    .where(
      and(eq(targets.accountId, tx.accountId), ne(targets.status, "archived"), isAmong(targets.id, targetId)),
    )
    .orderBy(targets.id);

export const targetStore = {
  noun: "target",
  read: readTargets,
  write: writeTarget,
} as const satisfies NounStore<string, Target, TargetPatch>;
