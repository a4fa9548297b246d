import { listValuesMax } from "@ccp/contract";
import { client } from "#api/client.ts";
import { useRenew } from "#api/use-renew.ts";
import { FileButton } from "#components/file-button.tsx";
import { FormSheet } from "#components/form/form-sheet.tsx";
import { TextareaField } from "#components/form/textarea-field.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { useCreateForm } from "#components/form/use-create-form.ts";
import { toast } from "#lib/toast.ts";
import { newListForm } from "./list-form.ts";

/** Makes a list from lines that are typed, pasted or read from a file; open as long as it is rendered. */
export const NewListSheet = ({ onClose }: { onClose: () => void }) => {
  const renew = useRenew();
  const record = useCreateForm({
    schema: newListForm,
    values: { name: "", text: "" },
    create: (body) => client.createValueList({ body }),
    onCreated: ({ name, valueCount }) => {
      toast.success(`Made ${name} with ${valueCount.toLocaleString("en-US")} values`);
      onClose();
      void renew();
    },
  });
  const { control, setValue, getValues } = record.form;
  return (
    <FormSheet
      record={record}
      title="New value list"
      description={`Up to ${listValuesMax.toLocaleString("en-US")} values. A value that stands there twice counts once.`}
      saveText="Make list"
      onClose={onClose}
    >
      <TextField control={control} name="name" label="Name" />
      <TextareaField
        control={control}
        name="text"
        label="Values, one a line"
        hint="Of a table the first column counts. Phone numbers may be written in any way."
        className="max-h-80 min-h-40"
      />
      <FileButton
        label="File with values"
        onFile={({ name, text }) => {
          setValue("text", text, { shouldDirty: true });
          if (getValues("name") === "") {
            setValue("name", name.replace(/\.[^.]*$/, "").slice(0, 120), { shouldDirty: true });
          }
        }}
      >
        Read from a file
      </FileButton>
    </FormSheet>
  );
};
