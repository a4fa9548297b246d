import { importLinesMax, type ImportedBlockedCallers } from "@ccp/contract";
import { useState } from "react";
import { client } from "#api/client.ts";
import { ApiFailure, toApiFailure } from "#api/errors.ts";
import { useTimeZone } from "#api/session.ts";
import { useRenew } from "#api/use-renew.ts";
import { BlockFields } from "#components/block/block-fields.tsx";
import { createImportForm } from "#components/block/block-form.ts";
import { FileButton } from "#components/file-button.tsx";
import { FormSheet } from "#components/form/form-sheet.tsx";
import { TextareaField } from "#components/form/textarea-field.tsx";
import { useCreateForm } from "#components/form/use-create-form.ts";
import { toast } from "#lib/toast.ts";

type Body = Parameters<typeof client.importBlockedCallers>[0]["body"];

const toDone = ({ added, alreadyThere }: ImportedBlockedCallers): string => {
  const there = alreadyThere === 0 ? "" : `; ${alreadyThere} were in the list already`;
  return `Added ${added} ${added === 1 ? "entry" : "entries"}${there}`;
};

/** Many objections to one field: the field says how many, the list below it names them. */
const splitFailure = (error: unknown): { failure: ApiFailure; faults: string[] } => {
  const failure = toApiFailure(error);
  const faults = failure.details.flatMap(({ path, message }) => (path === "body.text" ? [message] : []));
  if (faults.length === 0) return { failure, faults };
  const told = { path: "body.text", message: failure.message };
  const others = failure.details.filter(({ path }) => path !== "body.text");
  return { failure: new ApiFailure(failure.code, failure.message, [told, ...others]), faults };
};

type ImportSheetProps = { campaignId: string; onClose: () => void };

/** Blocks the callers of a list, all lines or none; open as long as it is rendered. */
export const ImportSheet = ({ campaignId, onClose }: ImportSheetProps) => {
  const renew = useRenew();
  const [faults, setFaults] = useState<readonly string[]>([]);
  const bring = async (body: Body): Promise<ImportedBlockedCallers> => {
    setFaults([]);
    try {
      return await client.importBlockedCallers({ body });
    } catch (error) {
      const split = splitFailure(error);
      setFaults(split.faults);
      throw split.failure;
    }
  };
  const record = useCreateForm({
    schema: createImportForm(useTimeZone()),
    values: { text: "", reason: "", expiresAt: "", campaignId },
    create: bring,
    onCreated: (imported) => {
      toast.success(toDone(imported));
      onClose();
      void renew();
    },
  });
  const { control, setValue } = record.form;
  return (
    <FormSheet
      record={record}
      title="Block many callers"
      description={`Up to ${importLinesMax.toLocaleString("en-US")} lines at once. With a wrong line none of them is added.`}
      saveText="Add to the list"
      onClose={onClose}
    >
      <TextareaField
        control={control}
        name="text"
        label="Callers, one a line"
        hint="A number, a beginning such as +1900*, or anonymous. After a comma a reason of its own."
        className="max-h-80 min-h-40"
      />
      <FileButton
        label="File with callers"
        onFile={({ text }) => setValue("text", text, { shouldDirty: true })}
      >
        Read from a file
      </FileButton>
      {faults.length > 0 && (
        <ul aria-label="Wrong lines" className="grid max-h-48 gap-1 overflow-y-auto text-label text-bad">
          {faults.map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      )}
      <BlockFields control={control} />
    </FormSheet>
  );
};
