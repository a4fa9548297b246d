import { createBuyerBody, type Buyer } from "@ccp/contract";
import type { z } from "zod";
import { client } from "#api/client.ts";
import { useSession } from "#api/session.ts";
import { useRenew } from "#api/use-renew.ts";
import { CapsSection } from "#components/caps/caps-section.tsx";
import { SharedCallsField, toAtOnceText } from "#components/caps/shared-calls-field.tsx";
import { useOwnerUsage } from "#components/caps/use-owner-usage.ts";
import { PageForm } from "#components/form/page-form.tsx";
import { showSaved } from "#components/form/show-saved.ts";
import { TextField } from "#components/form/text-field.tsx";
import { useEditForm } from "#components/form/use-edit-form.ts";
import { toTypedCaps, typedCaps } from "#lib/typed-caps.ts";
import { numberText, toTypedNumber } from "#lib/typed-fields.ts";
import { buyerHint } from "./new-buyer-sheet.tsx";

const { shape } = createBuyerBody;

/** The settings of a buyer; its status has a switch of its own. */
const settingsForm = createBuyerBody.pick({ name: true }).extend({
  caps: typedCaps,
  concurrencyMax: numberText(shape.concurrencyMax.unwrap()),
});

type SettingsValues = z.input<typeof settingsForm>;

const toValues = ({ name, caps, concurrencyMax }: Buyer): SettingsValues => ({
  name,
  caps: toTypedCaps(caps),
  concurrencyMax: toTypedNumber(concurrencyMax),
});

export const BuyerSettings = ({ buyer }: { buyer: Buyer }) => {
  const { account } = useSession();
  const renew = useRenew();
  const params = { id: buyer.id };
  const usage = useOwnerUsage("buyer", buyer.id, () => client.getBuyerUsage({ params }));
  const record = useEditForm({
    schema: settingsForm,
    noun: buyer,
    toValues,
    update: (body) => client.updateBuyer({ params, body }),
    reload: () => client.getBuyer({ params }),
    onSaved: (_, changes) => {
      showSaved(changes, account);
      void renew();
    },
  });
  const { control } = record.form;
  return (
    <PageForm record={record} label="Settings of the buyer" saveText="Save buyer">
      <TextField control={control} name="name" label="Name" hint={buyerHint} />
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
    </PageForm>
  );
};
