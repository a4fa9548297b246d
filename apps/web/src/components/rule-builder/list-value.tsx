import { useMutation } from "@tanstack/react-query";
import { client } from "#api/client.ts";
import { explainFailure } from "#api/errors.ts";
import { useRenew } from "#api/use-renew.ts";
import { FileButton } from "#components/file-button.tsx";
import { toast } from "#lib/toast.ts";
import { NounValue } from "./noun-value.tsx";

type ListValueProps = {
  label: string;
  isInvalid: boolean;
  describedBy: string | undefined;
  value: string;
  onChoose: (id: string) => void;
};

const toListName = (fileName: string): string => fileName.replace(/\.[^.]*$/, "").slice(0, 120);

/** A value list that is there, or a new one from a file. */
export const ListValue = ({ onChoose, ...props }: ListValueProps) => {
  const renew = useRenew();
  const { mutate, isPending } = useMutation({
    mutationFn: (file: { name: string; text: string }) =>
      client.createValueList({ body: { name: toListName(file.name), text: file.text } }),
    onSuccess: async (list) => {
      toast.success(`Made the list ${list.name} with ${list.valueCount.toLocaleString("en-US")} values`);
      onChoose(list.id);
      await renew();
    },
    onError: (error) => toast.error(explainFailure(error)),
  });
  return (
    <div className="grid min-w-0 grid-cols-1 gap-1.5">
      <NounValue {...props} noun="valueListId" placeholder="Choose a list" onChoose={onChoose} />
      <FileButton label="File with values" disabled={isPending} onFile={mutate}>
        {isPending ? "Uploading" : "Upload a new list"}
      </FileButton>
    </div>
  );
};
