import { createBuyerBody, type Buyer } from "@ccp/contract";
import { client } from "#api/client.ts";
import { useSession } from "#api/session.ts";
import { useRenew } from "#api/use-renew.ts";
import { PageForm } from "#components/form/page-form.tsx";
import { showSaved } from "#components/form/show-saved.ts";
import { TextField } from "#components/form/text-field.tsx";
import { useEditForm } from "#components/form/use-edit-form.ts";
import { ProtectionSection } from "#components/repeat/protection-section.tsx";
import { toTypedProtection, typedProtection } from "#lib/typed-repeat.ts";
import { buyerHint } from "./new-buyer-sheet.tsx";

const buyerSettings = createBuyerBody.pick({ name: true }).extend({ repeatCallers: typedProtection });

/** A buyer's name, and whom all of its targets refuse. */
export const BuyerSettings = ({ buyer }: { buyer: Buyer }) => {
  const { account } = useSession();
  const renew = useRenew();
  const record = useEditForm({
    schema: buyerSettings,
    noun: buyer,
    toValues: ({ name, repeatCallers }: Buyer) => ({
      name,
      repeatCallers: toTypedProtection(repeatCallers),
    }),
    update: (body) => client.updateBuyer({ params: { id: buyer.id }, body }),
    reload: () => client.getBuyer({ params: { id: buyer.id } }),
    onSaved: (_, changes) => {
      showSaved(changes, account);
      void renew();
    },
  });
  const { control } = record.form;
  return (
    <PageForm record={record} label="Settings of the buyer" saveText="Save buyer">
      <TextField control={control} name="name" label="Name" hint={buyerHint} />
      <ProtectionSection
        control={control}
        hint="At all targets of the buyer, whatever campaign the calls come to."
        isOpenAtFirst
      />
    </PageForm>
  );
};
