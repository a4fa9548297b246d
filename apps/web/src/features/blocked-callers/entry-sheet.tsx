import type { BlockedCaller } from "@ccp/contract";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { client } from "#api/client.ts";
import { explainFailure } from "#api/errors.ts";
import { useSession, useTimeZone } from "#api/session.ts";
import { useRenew } from "#api/use-renew.ts";
import { createEntryForm, toEntryValues } from "#components/block/block-form.ts";
import { toEntryName, toRemoval } from "#components/block/entry.ts";
import { ExpiryField } from "#components/block/expiry-field.tsx";
import { FormSheet } from "#components/form/form-sheet.tsx";
import { showSaved } from "#components/form/show-saved.ts";
import { TextField } from "#components/form/text-field.tsx";
import { useEditForm } from "#components/form/use-edit-form.ts";
import { useUndoable } from "#components/noun/use-undoable.ts";
import { toast } from "#lib/toast.ts";
import { Button } from "#ui/button.tsx";

const entryQuery = (id: string) =>
  queryOptions({
    queryKey: ["blocked-caller", id],
    queryFn: () => client.getBlockedCaller({ params: { id } }),
  });

type EntrySheetProps = { id: string; onClose: () => void };

/** Changes an entry, or takes it out; open as long as it is rendered. */
export const EntrySheet = ({ id, onClose }: EntrySheetProps) => {
  const { data, error } = useQuery(entryQuery(id));
  const giveUp = useEffectEvent((failure: Error) => {
    toast.error(explainFailure(failure));
    onClose();
  });
  useEffect(() => {
    if (error !== null) giveUp(error);
  }, [error]);
  return data === undefined ? null : <EditSheet entry={data} onClose={onClose} />;
};

const EditSheet = ({ entry, onClose }: { entry: BlockedCaller; onClose: () => void }) => {
  const { account } = useSession();
  const timeZone = useTimeZone();
  const renew = useRenew();
  const removal = useUndoable();
  const record = useEditForm({
    schema: createEntryForm(timeZone),
    noun: entry,
    toValues: (noun: BlockedCaller) => toEntryValues(noun, timeZone),
    update: (body) => client.updateBlockedCaller({ params: { id: entry.id }, body }),
    reload: () => client.getBlockedCaller({ params: { id: entry.id } }),
    onSaved: (_, changes) => {
      showSaved(changes, account);
      onClose();
      void renew();
    },
  });
  const { control } = record.form;
  return (
    <FormSheet
      record={record}
      title={toEntryName(entry)}
      description={`Blocked for ${entry.campaign === null ? "all campaigns" : entry.campaign.name}.`}
      saveText="Save entry"
      onClose={onClose}
    >
      <TextField
        control={control}
        name="reason"
        label="Reason"
        hint="Shown on the page of each call that is blocked, such as Spam."
      />
      <ExpiryField control={control} name="expiresAt" label="Expires" />
      <Button
        className="justify-self-start self-start"
        disabled={removal.isPending}
        onClick={() => removal.mutate(toRemoval([entry]), { onSuccess: onClose })}
      >
        Remove from the list
      </Button>
    </FormSheet>
  );
};
