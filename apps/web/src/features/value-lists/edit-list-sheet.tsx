import { toUrl, type ValueList } from "@ccp/contract";
import { operations } from "#api/operations.ts";
import { queryOptions, useMutation, useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useEffect, useEffectEvent } from "react";
import { client } from "#api/client.ts";
import { explainFailure } from "#api/errors.ts";
import { useSession } from "#api/session.ts";
import { useRenew } from "#api/use-renew.ts";
import { FileButton } from "#components/file-button.tsx";
import { FormSheet } from "#components/form/form-sheet.tsx";
import { showSaved } from "#components/form/show-saved.ts";
import { TextField } from "#components/form/text-field.tsx";
import { useEditForm } from "#components/form/use-edit-form.ts";
import { toast } from "#lib/toast.ts";
import { Button } from "#ui/button.tsx";
import { editListForm } from "./list-form.ts";
import { useArchiveLists } from "./use-archive-lists.ts";

const listQuery = (id: string) =>
  queryOptions({ queryKey: ["value-list", id], queryFn: () => client.getValueList({ params: { id } }) });

type EditListSheetProps = { id: string; onClose: () => void };

/** Renames a list, gives it other values, or archives it; open as long as it is rendered. */
export const EditListSheet = ({ id, onClose }: EditListSheetProps) => {
  const { data, error } = useQuery(listQuery(id));
  const giveUp = useEffectEvent((failure: Error) => {
    toast.error(explainFailure(failure));
    onClose();
  });
  useEffect(() => {
    if (error !== null) giveUp(error);
  }, [error]);
  return data === undefined ? null : <OpenSheet list={data} onClose={onClose} />;
};

const toUseText = ({ targetCount }: ValueList): string => {
  if (targetCount === 0) return "No target's filter asks for it.";
  const who =
    targetCount === 1 ? "The filter of one target asks" : `The filters of ${targetCount} targets ask`;
  return `${who} for it; calls are held against new values at once.`;
};

const OpenSheet = ({ list, onClose }: { list: ValueList; onClose: () => void }) => {
  const { account } = useSession();
  const renew = useRenew();
  const record = useEditForm({
    schema: editListForm,
    noun: list,
    toValues: ({ name }: ValueList) => ({ name }),
    update: (body) => client.updateValueList({ params: { id: list.id }, body }),
    reload: () => client.getValueList({ params: { id: list.id } }),
    onSaved: (_, changes) => {
      showSaved(changes, account);
      onClose();
      void renew();
    },
  });
  return (
    <FormSheet
      record={record}
      title={list.name}
      description={toUseText(list)}
      saveText="Save list"
      onClose={onClose}
    >
      <TextField control={record.form.control} name="name" label="Name" />
      <ListValues list={list} />
      <ListStatus list={list} onClose={onClose} />
    </FormSheet>
  );
};

const ListValues = ({ list }: { list: ValueList }) => {
  const renew = useRenew();
  const { mutate, isPending } = useMutation({
    mutationFn: ({ text }: { text: string }) =>
      client.replaceListValues({ params: { id: list.id }, body: { text, version: list.version } }),
    onSuccess: async ({ valueCount }) => {
      toast.success(`${list.name} has ${valueCount.toLocaleString("en-US")} values now`);
      await renew();
    },
    onError: (error) => toast.error(explainFailure(error)),
  });
  return (
    <section aria-label="Values" className="grid grid-cols-1 gap-2">
      <p className="tabular-nums">
        {list.valueCount.toLocaleString("en-US")} {list.valueCount === 1 ? "value" : "values"}
      </p>
      <div className="flex flex-wrap gap-2">
        <FileButton label="File with values" disabled={isPending} onFile={mutate}>
          {isPending ? "Uploading" : "Replace from a file"}
        </FileButton>
        <Button asChild>
          <a href={toUrl(operations.downloadListValues, { params: { id: list.id } })} download>
            <Download aria-hidden />
            Download
          </a>
        </Button>
      </div>
      <p className="text-label text-grey-11">The values of the file take the place of all that are there.</p>
    </section>
  );
};

const ListStatus = ({ list, onClose }: { list: ValueList; onClose: () => void }) => {
  const { archive, restore, isPending } = useArchiveLists();
  const isArchived = list.status === "archived";
  return (
    <div className="grid grid-cols-1 gap-1">
      <Button
        className="justify-self-start"
        disabled={isPending || list.targetCount > 0}
        onClick={() => (isArchived ? restore(list, onClose) : archive([list], onClose))}
      >
        {isArchived ? "Bring back" : "Archive"}
      </Button>
      {list.targetCount > 0 && (
        <p className="text-label text-grey-11">It cannot be archived while filters ask for it.</p>
      )}
    </div>
  );
};
