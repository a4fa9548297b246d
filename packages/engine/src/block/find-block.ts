import type { Block, BlockedCaller } from "./blocked-caller.ts";
import { readCaller } from "./read-caller.ts";

/** The entries of one campaign, or those of the whole account. */
type Scope = {
  numbers: Map<string, BlockedCaller>;
  prefixes: Map<string, BlockedCaller>;
  anonymous: BlockedCaller | null;
};

/** An account's list made ready for look-ups that cost the same however long it is. */
export type BlockList = { account: Scope; campaigns: ReadonlyMap<string, Scope> };

const createScope = (): Scope => ({ numbers: new Map(), prefixes: new Map(), anonymous: null });

/** Compiles a list, in time linear in its length; of two entries for the same the later one counts. */
export const compileBlocks = (entries: Iterable<BlockedCaller>): BlockList => {
  const account = createScope();
  const campaigns = new Map<string, Scope>();
  for (const entry of entries) {
    const scope = entry.campaignId === null ? account : (campaigns.get(entry.campaignId) ?? createScope());
    if (entry.campaignId !== null) campaigns.set(entry.campaignId, scope);
    if (entry.kind === "anonymous") scope.anonymous = entry;
    else if (entry.kind === "number") scope.numbers.set(entry.value, entry);
    else scope.prefixes.set(entry.value, entry);
  }
  return { account, campaigns };
};

const isInForce = (entry: BlockedCaller, at: number): boolean =>
  entry.expiresAt === null || at < entry.expiresAt;

const findPrefix = ({ prefixes }: Scope, digits: string, at: number): BlockedCaller | undefined => {
  if (prefixes.size === 0) return undefined;
  for (let length = digits.length; length > 0; length -= 1) {
    const entry = prefixes.get(digits.slice(0, length));
    if (entry !== undefined && isInForce(entry, at)) return entry;
  }
  return undefined;
};

const findNumber = (scope: Scope, digits: string, at: number): BlockedCaller | undefined => {
  const entry = scope.numbers.get(digits);
  return entry !== undefined && isInForce(entry, at) ? entry : findPrefix(scope, digits, at);
};

const findWithheld = ({ anonymous }: Scope, at: number): BlockedCaller | undefined =>
  anonymous !== null && isInForce(anonymous, at) ? anonymous : undefined;

const toBlock = ({ id, kind, value, campaignId, reason }: BlockedCaller): Block => ({
  entryId: id,
  kind,
  value,
  scope: campaignId === null ? "account" : "campaign",
  reason,
});

/**
 * The entry that blocks a caller from a campaign at a moment (epoch ms); null when none does. `from` is what the
 * carrier gave as the caller. The campaign's own entries go before the account's, a number before its prefixes, a
 * longer prefix before a shorter.
 * Law: an entry that has expired, or is another campaign's, blocks nobody. Looks at most 15 digits up per scope.
 */
export const findBlock = (
  list: BlockList,
  { from, campaignId, at }: { from: string; campaignId: string; at: number },
): Block | null => {
  const caller = readCaller(from);
  if (caller.kind === "other") return null;
  for (const scope of [list.campaigns.get(campaignId), list.account]) {
    if (scope === undefined) continue;
    const entry =
      caller.kind === "anonymous" ? findWithheld(scope, at) : findNumber(scope, caller.digits, at);
    if (entry !== undefined) return toBlock(entry);
  }
  return null;
};
