import type { Campaign } from "@ccp/contract";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { Link } from "wouter";
import { client } from "#api/client.ts";
import { explainFailure } from "#api/errors.ts";
import { Combobox } from "#components/form/combobox.tsx";
import { FormField } from "#components/form-field.tsx";
import { useUndoable } from "#components/noun/use-undoable.ts";
import { formatPhone } from "#lib/format-phone.ts";
import { paths } from "#paths.ts";
import { Button } from "#ui/button.tsx";

const shownMax = 50;

const assign = (id: number, campaignId: string | null): Promise<unknown> =>
  client.updateNumbers({ body: { items: [{ id, patch: { campaignId } }] } });

const useFreeNumbers = (search: string) =>
  useQuery({
    queryKey: ["free-numbers", search],
    queryFn: () =>
      client.listNumbers({
        query: { isAssigned: "false", limit: shownMax, ...(search !== "" && { search }) },
      }),
    placeholderData: keepPreviousData,
  });

/** Lets one of the numbers that lead nowhere lead to this campaign, at once. */
export const AssignNumber = ({ campaign }: { campaign: Campaign }) => {
  const [search, setSearch] = useState("");
  const { data, error, isPlaceholderData } = useFreeNumbers(search.trim());
  const { mutate, isPending } = useUndoable();
  const choose = (id: string): void => {
    const found = data?.items.find((number) => String(number.id) === id);
    if (found === undefined) return;
    const text = formatPhone(found.number);
    mutate({
      act: () => assign(found.id, campaign.id),
      done: `${text} leads to ${campaign.name}`,
      undo: () => assign(found.id, null),
      undone: `${text} leads nowhere again`,
    });
  };
  return (
    <div className="flex flex-wrap items-end gap-3">
      <div className="w-72 max-md:w-full">
        <FormField label="Assign a number" error={error === null ? undefined : explainFailure(error)}>
          {(wiring) => (
            <Combobox
              {...wiring}
              searchLabel="Search for a number without a campaign"
              shown={isPending ? "Assigning" : "Choose a number"}
              isEmpty
              value=""
              choices={
                data?.items.map(({ id, number, label }) => ({
                  id: String(id),
                  name: formatPhone(number),
                  detail: label,
                })) ?? []
              }
              search={search}
              onSearch={setSearch}
              onChoose={choose}
              onBlur={() => undefined}
              isStale={isPlaceholderData}
              note={
                data?.items.length === 0 && (
                  <p className="px-2 py-1 text-grey-11">
                    {search === "" ? "Every number leads to a campaign." : "No free number matches."}
                  </p>
                )
              }
            />
          )}
        </FormField>
      </div>
      <Button asChild>
        <Link href={paths.numbers.create()}>
          <Plus aria-hidden />
          New number
        </Link>
      </Button>
    </div>
  );
};
