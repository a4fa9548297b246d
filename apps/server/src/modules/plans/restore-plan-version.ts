import type { PlanDraft, RestorePlanVersion } from "@ccp/contract";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { getPlanVersionRow } from "./plan-versions.store.ts";
import { getPlanRow } from "./plans.store.ts";
import { requireRows } from "./require-rows.ts";
import { saveDraft } from "./save-draft.ts";
import { toRowInputs } from "./to-plan-document.ts";

/** As a draft: calls go by it once it is published. Refused where a target or group of it was archived since. */
export const restorePlanVersion = ({
  pools,
  ctx,
  input: { id, number, version },
}: Verb<{ id: string; number: number } & RestorePlanVersion>): Promise<PlanDraft> =>
  changeAccount({ pools, ctx }, async (tx) => {
    const plan = await getPlanRow(tx, id);
    const { strategies, ...former } = await getPlanVersionRow(tx, { id, number });
    const items = toRowInputs(former);
    await requireRows(tx, items, (index) => `version.items.${index}`);
    return saveDraft(tx, ctx, { plan, action: "restore-version", version, items, strategies });
  });
