import type { CampaignTarget } from "@ccp/contract";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { client } from "#api/client.ts";
import { explainFailure } from "#api/errors.ts";
import { choicesQuery } from "#api/queries.ts";
import { Combobox } from "#components/form/combobox.tsx";
import { FormField } from "#components/form-field.tsx";
import { addRow } from "./plan.ts";
import type { Plan } from "./use-plan.ts";

/** A target as a plan would list it, before it is saved there. */
const fetchListed = async (id: string): Promise<CampaignTarget> => {
  const target = await client.getTarget({ params: { id } });
  const buyer = await client.getBuyer({ params: { id: target.buyer.id } });
  const { name, status, barred, concurrencyMax, hours, timeZone } = target;
  return {
    target: { id, name },
    buyer: target.buyer,
    targetStatus: status,
    buyerStatus: buyer.status,
    concurrencyMax,
    hours,
    timeZone,
    barred,
    priority: 1,
    weight: 1,
    enabled: true,
  };
};

/** Finds a target by its name and puts it at the end of the plan. */
export const AddTarget = ({ plan: { rows, change, learn } }: { plan: Plan }) => {
  const [search, setSearch] = useState("");
  const { data, error, isPlaceholderData } = useQuery({
    ...choicesQuery("targetId", search.trim()),
    placeholderData: keepPreviousData,
  });
  const add = useMutation({
    mutationFn: fetchListed,
    onSuccess: (listed) => {
      learn(listed);
      change(addRow(rows, listed.target.id));
    },
  });
  const choices = data?.filter(({ id }) => rows.every(({ targetId }) => targetId !== id));
  const failure = error ?? add.error;
  return (
    <div className="max-w-96">
      <FormField
        label="Add a target"
        hint="It is tried after the others; give it the priority of another one to share its calls."
        error={failure === null ? undefined : explainFailure(failure)}
      >
        {(wiring) => (
          <Combobox
            {...wiring}
            searchLabel="Search for a target"
            shown={add.isPending ? "Adding" : "Choose a target"}
            isEmpty
            value=""
            choices={choices ?? []}
            search={search}
            onSearch={setSearch}
            onChoose={add.mutate}
            onBlur={() => undefined}
            isStale={isPlaceholderData}
            note={
              choices?.length === 0 && (
                <p className="px-2 py-1 text-grey-11">No other target has this name.</p>
              )
            }
          />
        )}
      </FormField>
    </div>
  );
};
