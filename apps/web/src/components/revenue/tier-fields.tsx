import { Plus, Trash2 } from "lucide-react";
import { useFieldArray } from "react-hook-form";
import { MoneyField } from "#components/form/money-field.tsx";
import { NumberField } from "#components/form/number-field.tsx";
import { Button } from "#ui/button.tsx";
import type { RevenueControl } from "./revenue-control.ts";
import { newTier } from "./revenue-form.ts";

const tiersMax = 10;

/** Amounts by the length of the call, a row each. */
export const TierFields = ({ control }: { control: RevenueControl }) => {
  const { fields, append, remove } = useFieldArray({ control, name: "revenue.tiers" });
  return (
    <section aria-label="Tiers" className="grid grid-cols-1 gap-2">
      {fields.map(({ id }, place) => (
        <div
          key={id}
          role="group"
          aria-label={`Tier ${place + 1}`}
          className="flex flex-wrap items-start gap-x-4 gap-y-2 rounded-control border border-grey-6 p-2"
        >
          <div className="w-40">
            <NumberField
              control={control}
              name={`revenue.tiers.${place}.fromSeconds`}
              label="From"
              unit="seconds"
            />
          </div>
          <div className="w-48 max-md:order-1">
            <MoneyField
              control={control}
              name={`revenue.tiers.${place}.micros`}
              label="Revenue"
              per="a call"
            />
          </div>
          <Button
            variant="ghost"
            size="icon"
            className="mt-6 ml-auto text-grey-11"
            aria-label={`Remove tier ${place + 1}`}
            disabled={fields.length === 1}
            onClick={() => remove(place)}
          >
            <Trash2 />
          </Button>
        </div>
      ))}
      <div>
        <Button disabled={fields.length === tiersMax} onClick={() => append(newTier)}>
          <Plus aria-hidden />
          Add a tier
        </Button>
      </div>
      <p className="text-label text-grey-11">
        The highest tier that a call reaches counts; below the first one nothing is paid. Booked when the call
        has ended and its length is final.
      </p>
    </section>
  );
};
