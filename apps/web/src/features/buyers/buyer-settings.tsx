import type { Buyer } from "@ccp/contract";
import { useWatch } from "react-hook-form";
import { client } from "#api/client.ts";
import { useSession } from "#api/session.ts";
import { useRenew } from "#api/use-renew.ts";
import { CapsSection } from "#components/caps/caps-section.tsx";
import { SharedCallsField, toAtOnceText } from "#components/caps/shared-calls-field.tsx";
import { useOwnerUsage } from "#components/caps/use-owner-usage.ts";
import { MoneyField } from "#components/form/money-field.tsx";
import { PageForm } from "#components/form/page-form.tsx";
import { RadioField } from "#components/form/radio-field.tsx";
import { showSaved } from "#components/form/show-saved.ts";
import { TextField } from "#components/form/text-field.tsx";
import { useEditForm } from "#components/form/use-edit-form.ts";
import { ProtectionSection } from "#components/repeat/protection-section.tsx";
import { buyerSettings, toBuyerSettings } from "./billing-form.ts";
import { buyerHint } from "./new-buyer-sheet.tsx";

const kinds = [
  { value: "postpaid", label: "Afterwards", hint: "Calls come whatever is owed; you send invoices." },
  { value: "prepaid", label: "In advance", hint: "Calls come while the balance of payments lasts." },
];

const modes = [
  {
    value: "strict",
    label: "Strict",
    hint: "What a call may cost at most is taken with the dial, and what it did not cost given back. The balance never goes below the credit, except by what the buyer's own system reports.",
  },
  {
    value: "at-conversion",
    label: "At conversion",
    hint: "A call's price is taken once it is owed. Calls come while anything is left, so those in progress may take the balance below the credit by their prices.",
  },
];

/** What a buyer is called, when it pays, and whom all of its targets refuse. */
export const BuyerSettings = ({ buyer }: { buyer: Buyer }) => {
  const { account } = useSession();
  const renew = useRenew();
  const params = { id: buyer.id };
  const usage = useOwnerUsage("buyer", buyer.id, () => client.getBuyerUsage({ params }));
  const record = useEditForm({
    schema: buyerSettings,
    noun: buyer,
    toValues: toBuyerSettings,
    update: (body) => client.updateBuyer({ params: { id: buyer.id }, body }),
    reload: () => client.getBuyer({ params: { id: buyer.id } }),
    onSaved: (_, changes) => {
      showSaved(changes, account);
      void renew();
    },
  });
  const { control } = record.form;
  const kind = useWatch({ control, name: "billing.kind" });
  return (
    <PageForm record={record} label="Settings of the buyer" saveText="Save buyer">
      <TextField control={control} name="name" label="Name" hint={buyerHint} />
      <RadioField control={control} name="billing.kind" label="The buyer pays" options={kinds} />
      {kind === "prepaid" && (
        <>
          <MoneyField
            control={control}
            name="billing.creditLimitMicros"
            label="Credit"
            hint="How far below zero the balance may go. 0.00: not at all."
          />
          <RadioField control={control} name="billing.mode" label="A call takes its price" options={modes} />
        </>
      )}
      <CapsSection
        control={control}
        title="Caps and calls at once"
        on={["dialled", "connected", "converted", "revenue"]}
        note="Over all targets of the buyer together: when it has had so many calls, or owes so much, none of them is dialled until the hour, day or month ends on the account's clock."
        usage={usage}
        reset={{ ofWhat: "this buyer", send: (body) => client.resetBuyerCaps({ params, body }) }}
        beside={{
          names: ["concurrencyMax"],
          summary: ({ concurrencyMax }) => toAtOnceText(concurrencyMax),
          fields: (
            <SharedCallsField
              control={control}
              hint="Over all its targets together. While they have so many, campaigns pass all of them over. Empty: no limit."
              usage={usage}
            />
          ),
        }}
        isOpenAtFirst
      />
      <ProtectionSection
        control={control}
        hint="At all targets of the buyer, whatever campaign the calls come to."
        isOpenAtFirst
      />
    </PageForm>
  );
};
