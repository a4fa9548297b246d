import type { AuditEntry } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { Page, Verb } from "#http/verb.ts";
import { type AuditQuery, selectAudit } from "./audit.store.ts";

/** Who changed what, newest first. */
export const listAudit = ({ pools, ctx, input }: Verb<AuditQuery>): Promise<Page<AuditEntry>> =>
  withAccount(pools.app, ctx.accountId, (tx) => selectAudit(tx, input));
