import type { ImportBlockedCallers, ImportedBlockedCallers } from "@ccp/contract";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { requireCountry } from "./add-entry.ts";
import { insertMissing } from "./blocked-callers.store.ts";
import { readLines } from "./read-lines.ts";
import { requireRoom } from "./require-room.ts";

/** All lines or none; one audit row tells of them all. */
export const importBlockedCallers = ({
  pools,
  ctx,
  input,
}: Verb<ImportBlockedCallers>): Promise<ImportedBlockedCallers> =>
  changeAccount({ pools, ctx }, async (tx) => {
    const country = await requireCountry(tx, input.campaignId, "body");
    const { read, repeated } = await readLines(input, country);
    const added = await insertMissing(tx, read, input);
    await requireRoom(tx);
    const { campaignId, reason, expiresAt } = input;
    const values = added.map(({ value }) => (value === "" ? "anonymous" : `+${value}`));
    const after = { count: added.length, campaignId, reason, expiresAt, values };
    const nounId = String(added[0]?.id ?? "");
    return {
      result: { added: added.length, alreadyThere: read.length - added.length + repeated },
      change:
        added.length === 0
          ? []
          : { action: "import", noun: "blocked-caller", nounId, before: null, after, book: true },
    };
  });
