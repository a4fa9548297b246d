import type { VerticalTemplate } from "@ccp/contract";
import { ChevronLeft } from "lucide-react";
import { useLocation } from "wouter";
import { client } from "#api/client.ts";
import { useSession } from "#api/session.ts";
import { useRenew } from "#api/use-renew.ts";
import { FormSheet } from "#components/form/form-sheet.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { useCreateForm } from "#components/form/use-create-form.ts";
import { toast } from "#lib/toast.ts";
import { paths } from "#paths.ts";
import { Button } from "#ui/button.tsx";
import { PlaceFields } from "./campaign-fields.tsx";
import { campaignForm, toStartValues } from "./campaign-form.ts";
import { ApologySection, CallerIdSection, DiallingSection, RecordingSection } from "./campaign-sections.tsx";
import { PayoutFields, payoutNames } from "./payout/payout-fields.tsx";
import { toVerticalName } from "./vertical-name.ts";

type NewCampaignFormProps = { template: VerticalTemplate; onBack: () => void; onClose: () => void };

/** The second step: what has to be said, and the template's terms behind one line each. */
export const NewCampaignForm = ({ template, onBack, onClose }: NewCampaignFormProps) => {
  const { account } = useSession();
  const renew = useRenew();
  const [, navigate] = useLocation();
  const record = useCreateForm({
    schema: campaignForm,
    values: toStartValues(template, account.timeZone),
    create: (body) => client.createCampaign({ body }),
    onCreated: (made) => {
      toast.success(`Created ${made.name}. Next: the targets that take its calls.`);
      void renew();
      navigate(paths.campaigns.page(made.id, "routing"));
    },
  });
  const { control } = record.form;
  return (
    <FormSheet
      record={record}
      title="New campaign"
      description={`${toVerticalName(template.vertical)}. ${template.why}`}
      saveText="Create campaign"
      onClose={onClose}
    >
      <Button variant="link" className="self-start" onClick={() => record.guard.ask(onBack)}>
        <ChevronLeft aria-hidden />
        Other templates
      </Button>
      <TextField control={control} name="name" label="Name" />
      <PlaceFields control={control} />
      <PayoutFields control={control} names={payoutNames} mayBeNothing />
      <div>
        <DiallingSection control={control} />
        <RecordingSection control={control} />
        <CallerIdSection control={control} />
        <ApologySection control={control} />
      </div>
    </FormSheet>
  );
};
