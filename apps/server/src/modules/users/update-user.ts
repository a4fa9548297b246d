import type { UpdateUser, User } from "@ccp/contract";
import { requireVersion } from "#http/bulk-item.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { requireAnotherOwner, requireGrantable, requireUser } from "./require-user.ts";
import { writeUser } from "./users.store.ts";

/** A changed role acts at the user's next request. */
export const updateUser = ({ pools, ctx, input }: Verb<{ id: number; patch: UpdateUser }>): Promise<User> =>
  changeAccount({ pools, ctx, permission: "administer" }, async (tx) => {
    const { version, ...patch } = input.patch;
    const before = await requireUser(tx, ctx, input.id);
    requireVersion(before.version, version, "body");
    if (patch.role !== undefined) requireGrantable(ctx, patch.role);
    if (patch.role !== undefined && patch.role !== "owner") await requireAnotherOwner(tx, before);
    await writeUser(tx, input.id, patch);
    const after = await requireUser(tx, ctx, input.id);
    const change = { action: "update", noun: "user", nounId: String(input.id), before, after };
    return { result: after, change: { ...change, book: false } };
  });
