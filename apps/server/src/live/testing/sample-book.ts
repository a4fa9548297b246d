import { bookNumberKey, type AccountBook, type CampaignBook, type PlanRow } from "@ccp/engine";
import type { CarrierAccountEntry, Snapshot, SnapshotEntry } from "#live/snapshot/snapshot.ts";

const toUuid = (letter: string, index: number): string =>
  `${letter.repeat(8)}-0000-4000-8000-${String(index).padStart(12, "0")}`;

export const createRow = (index: number, changes: Partial<PlanRow> = {}): PlanRow => ({
  targetId: toUuid("a", index),
  targetName: `Target ${index}`,
  targetStatus: "active",
  buyerId: index,
  buyerName: `Buyer ${index}`,
  buyerStatus: "active",
  enabled: true,
  priority: index,
  weight: 1,
  destination: { kind: "phone", address: `+1202555${String(1000 + index).slice(-4)}` },
  concurrencyMax: 10,
  ringTimeoutSeconds: null,
  revenueMicros: "12500000",
  revenueAfterSeconds: 60,
  ...changes,
});

export const campaignId = toUuid("c", 1);

const createCampaign = (changes: Partial<CampaignBook>): CampaignBook => ({
  id: campaignId,
  name: "Roofing",
  status: "active",
  dialAttemptsMax: 3,
  ringTimeoutSeconds: 20,
  timeLimitSeconds: 3600,
  recording: "off",
  callerId: "caller",
  apology: "Sorry, nobody can take your call.",
  payoutMicros: "8000000",
  payoutAfterSeconds: 60,
  rows: [createRow(1), createRow(2)],
  fallback: null,
  ...changes,
});

/** One account with one campaign behind one number, and the carrier account that it is reached by. */
export const createEntry = (
  index: number,
  to: string,
  changes: Partial<CampaignBook> = {},
): { book: AccountBook; carrierAccounts: [CarrierAccountEntry] } => ({
  book: {
    format: 1,
    accountId: toUuid("b", index),
    revision: 7,
    currency: "USD",
    numbers: { [bookNumberKey(index, to)]: { id: 1, campaignId, publisherId: null } },
    campaigns: { [campaignId]: createCampaign(changes) },
  },
  carrierAccounts: [
    { id: index, carrier: "simulator", accountRef: `AC${index}`, authTokens: [`token-${index}`] },
  ],
});

/** A snapshot that is never written to disk. */
export const createMemorySnapshot = (entries: readonly SnapshotEntry[]): Snapshot => {
  const byAccount = new Map(entries.map((entry) => [entry.book.accountId, entry]));
  return {
    find: (accountId) => byAccount.get(accountId),
    findByCarrierRef: (carrier, accountRef) => {
      for (const entry of byAccount.values()) {
        const carrierAccount = entry.carrierAccounts.find(
          (one) => one.carrier === carrier && one.accountRef === accountRef,
        );
        if (carrierAccount !== undefined) return { entry, carrierAccount };
      }
      return undefined;
    },
    all: () => byAccount.values(),
    install: (entry) => {
      byAccount.set(entry.book.accountId, entry);
      return Promise.resolve();
    },
    remove: (accountId) => {
      byAccount.delete(accountId);
      return Promise.resolve();
    },
  };
};
