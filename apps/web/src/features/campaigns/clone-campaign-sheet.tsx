import { cloneCampaignBody, type Campaign } from "@ccp/contract";
import { useLocation } from "wouter";
import { client } from "#api/client.ts";
import { useRenew } from "#api/use-renew.ts";
import { FormSheet } from "#components/form/form-sheet.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { useCreateForm } from "#components/form/use-create-form.ts";
import { toast } from "#lib/toast.ts";
import { paths } from "#paths.ts";

type CloneCampaignSheetProps = { source: Campaign; onClose: () => void };

/** A campaign like another one; the server copies all but the numbers. */
export const CloneCampaignSheet = ({ source, onClose }: CloneCampaignSheetProps) => {
  const renew = useRenew();
  const [, navigate] = useLocation();
  const record = useCreateForm({
    schema: cloneCampaignBody,
    values: { name: `${source.name} (copy)` },
    create: (body) => client.cloneCampaign({ params: { id: source.id }, body }),
    onCreated: (made) => {
      toast.success(`Created ${made.name}`);
      void renew();
      navigate(paths.campaigns.page(made.id));
    },
  });
  return (
    <FormSheet
      record={record}
      title={`Clone ${source.name}`}
      description="Settings and targets are copied as they are. Numbers stay where they are, since each leads to one campaign."
      saveText="Create campaign"
      onClose={onClose}
    >
      <TextField control={record.form.control} name="name" label="Name of the new campaign" />
    </FormSheet>
  );
};
