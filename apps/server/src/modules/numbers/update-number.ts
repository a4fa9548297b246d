import type { NumberResource, UpdateNumber } from "@ccp/contract";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { getNumberRow, writeNumber } from "./numbers.store.ts";
import { requireReferences } from "./require-references.ts";

export const updateNumber = ({
  pools,
  ctx,
  input,
}: Verb<{ id: number; patch: UpdateNumber }>): Promise<NumberResource> =>
  changeAccount({ pools, ctx }, async (tx) => {
    const before = await getNumberRow(tx, input.id);
    await requireReferences(tx, input.patch);
    await writeNumber(tx, input.id, input.patch);
    const after = await getNumberRow(tx, input.id);
    return {
      result: after,
      change: { action: "update", noun: "number", nounId: String(input.id), before, after, book: true },
    };
  });
