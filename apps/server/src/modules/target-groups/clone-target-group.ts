import type { TargetGroup } from "@ccp/contract";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { requireTargets } from "#modules/targets/require-targets.ts";
import { replaceMembers, selectMembers } from "./members.store.ts";
import { getTargetGroupRow, insertTargetGroup } from "./target-groups.store.ts";

/** A group like another, with its members; of an archived one a paused one. */
export const cloneTargetGroup = ({
  pools,
  ctx,
  input,
}: Verb<{ id: string; name: string }>): Promise<TargetGroup> =>
  changeAccount({ pools, ctx }, async (tx) => {
    const { status, strategy, expectation, caps, concurrencyMax } = await getTargetGroupRow(tx, input.id);
    const members = await selectMembers(tx, input.id);
    // Those of an archived group may have been archived since.
    await requireTargets(
      tx,
      members.map(({ target }) => ({ id: target.id, path: "" })),
    );
    const id = await insertTargetGroup(tx, {
      name: input.name,
      strategy,
      caps,
      concurrencyMax,
      expectation,
      status: status === "archived" ? "paused" : status,
    });
    const items = members.map(({ target, weight, enabled }) => ({ targetId: target.id, weight, enabled }));
    await replaceMembers(tx, id, items);
    const after = await getTargetGroupRow(tx, id);
    return {
      result: after,
      change: { action: "clone", noun: "target-group", nounId: id, before: null, after, book: true },
    };
  });
