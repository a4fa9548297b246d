import type { CreateNumber, NumberResource } from "@ccp/contract";
import { invalidField } from "#http/app-error.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { findCampaignCountry } from "#modules/campaigns/find-campaign-country.ts";
import { getNumberRow, hasCarrierAccount, insertNumber } from "./numbers.store.ts";
import { parsePhone } from "./parse-phone.ts";
import { requireReferences } from "./require-references.ts";

export const createNumber = ({ pools, ctx, input }: Verb<CreateNumber>): Promise<NumberResource> =>
  changeAccount({ pools, ctx }, async (tx) => {
    if (!(await hasCarrierAccount(tx, input.carrierAccountId))) {
      throw invalidField("body.carrierAccountId", "There is no such carrier account.");
    }
    await requireReferences(tx, [{ ...input, path: "body" }]);
    const country = input.campaignId === null ? undefined : await findCampaignCountry(tx, input.campaignId);
    const id = await insertNumber(tx, {
      ...input,
      number: parsePhone(input.number, "body.number", country),
    });
    const after = await getNumberRow(tx, id);
    return {
      result: after,
      change: { action: "create", noun: "number", nounId: String(id), before: null, after, book: true },
    };
  });
