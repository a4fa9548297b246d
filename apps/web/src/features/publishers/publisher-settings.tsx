import { createPublisherBody, type Publisher } from "@ccp/contract";
import type { z } from "zod";
import { client } from "#api/client.ts";
import { useSession } from "#api/session.ts";
import { useRenew } from "#api/use-renew.ts";
import { CapsSection } from "#components/caps/caps-section.tsx";
import { useOwnerUsage } from "#components/caps/use-owner-usage.ts";
import { PageForm } from "#components/form/page-form.tsx";
import { showSaved } from "#components/form/show-saved.ts";
import { TextField } from "#components/form/text-field.tsx";
import { useEditForm } from "#components/form/use-edit-form.ts";
import { toTypedPayoutCaps, typedPayoutCaps } from "#lib/typed-caps.ts";
import { publisherHint } from "./new-publisher-sheet.tsx";

/** The settings of a publisher; its status has a switch of its own. */
const settingsForm = createPublisherBody.pick({ name: true }).extend({ caps: typedPayoutCaps });

const toValues = ({ name, caps }: Publisher): z.input<typeof settingsForm> => ({
  name,
  caps: toTypedPayoutCaps(caps),
});

export const PublisherSettings = ({ publisher }: { publisher: Publisher }) => {
  const { account } = useSession();
  const renew = useRenew();
  const params = { id: publisher.id };
  const usage = useOwnerUsage("publisher", publisher.id, () => client.getPublisherUsage({ params }));
  const record = useEditForm({
    schema: settingsForm,
    noun: publisher,
    toValues,
    update: (body) => client.updatePublisher({ params, body }),
    reload: () => client.getPublisher({ params }),
    onSaved: (_, changes) => {
      showSaved(changes, account);
      void renew();
    },
  });
  const { control } = record.form;
  return (
    <PageForm record={record} label="Settings of the publisher" saveText="Save publisher">
      <TextField control={control} name="name" label="Name" hint={publisherHint} />
      <CapsSection
        control={control}
        title="Payout caps"
        on={["payout"]}
        note="Over all campaigns: a call that comes in after the publisher has been owed so much is routed, and not paid for, until the hour, day or month ends on the account's clock. Counted when it is owed, so that calls in progress may exceed it."
        usage={usage}
        reset={{ ofWhat: "this publisher", send: (body) => client.resetPublisherCaps({ params, body }) }}
        isOpenAtFirst
      />
    </PageForm>
  );
};
