import { blockKindNames, type BlockedCaller } from "@ccp/contract";
import { useWatch } from "react-hook-form";
import { client } from "#api/client.ts";
import { useTimeZone } from "#api/session.ts";
import { useRenew } from "#api/use-renew.ts";
import { FormSheet } from "#components/form/form-sheet.tsx";
import { PhoneField } from "#components/form/phone-field.tsx";
import { RadioField } from "#components/form/radio-field.tsx";
import { useCreateForm } from "#components/form/use-create-form.ts";
import { toast } from "#lib/toast.ts";
import { BlockFields } from "./block-fields.tsx";
import { createBlockForm, type BlockValues } from "./block-form.ts";
import { toEntryName } from "./entry.ts";

const kinds = [
  { value: "number", label: blockKindNames.number, hint: "One caller." },
  { value: "prefix", label: blockKindNames.prefix, hint: "Every number that begins alike." },
  { value: "anonymous", label: blockKindNames.anonymous, hint: "Callers who withhold their number." },
];

const valueTexts = {
  number: { label: "Number", hint: "With its country code, unless it is of the US or Canada." },
  prefix: { label: "Begins with", hint: "With the country code, such as +1900." },
};

type BlockSheetProps = { start: Pick<BlockValues, "kind" | "value" | "campaignId">; onClose: () => void };

/** Blocks somebody; open as long as it is rendered. */
export const BlockSheet = ({ start, onClose }: BlockSheetProps) => {
  const renew = useRenew();
  const record = useCreateForm({
    schema: createBlockForm(useTimeZone()),
    values: { reason: "", expiresAt: "", ...start },
    create: (body) => client.createBlockedCaller({ body }),
    onCreated: (entry: BlockedCaller) => {
      toast.success(`Blocked ${toEntryName(entry)}`);
      onClose();
      void renew();
    },
  });
  const { control } = record.form;
  const kind = useWatch({ control, name: "kind" });
  return (
    <FormSheet
      record={record}
      title="Block a caller"
      description="A blocked caller hears the campaign's apology and reaches nobody."
      saveText="Block"
      onClose={onClose}
    >
      <RadioField control={control} name="kind" label="Who" options={kinds} />
      {kind !== "anonymous" && <PhoneField control={control} name="value" {...valueTexts[kind]} />}
      <BlockFields control={control} />
    </FormSheet>
  );
};
