import { rateWindows } from "@ccp/engine";
import { useWatch, type Control } from "react-hook-form";
import { client } from "#api/client.ts";
import { useTargetUsage } from "#api/use-target-usage.ts";
import { CapsSection } from "#components/caps/caps-section.tsx";
import { toAtOnceText } from "#components/caps/shared-calls-field.tsx";
import { InheritedField } from "#components/form/inherited-field.tsx";
import { NumberField } from "#components/form/number-field.tsx";
import { RadioField } from "#components/form/radio-field.tsx";
import { toGridText } from "#lib/typed-grid.ts";
import { ConcurrencyGridField } from "./concurrency-grid-field.tsx";
import type { TargetBody, TargetValues } from "./target-form.ts";

type TargetCapsSectionProps = {
  control: Control<TargetValues, unknown, TargetBody>;
  /** Null for a target that is yet to be made. */
  id: string | null;
};

const toRateText = ({ rate }: TargetValues): string[] =>
  rate === null || rate.calls === "" ? [] : [`${rate.calls} a ${rate.per}`];

const toSummary = (values: TargetValues): string => {
  const grid = toGridText(values.concurrencyGrid);
  const parts = [toAtOnceText(values.concurrencyMax), ...(grid === "" ? [] : [grid]), ...toRateText(values)];
  return parts.join(", ");
};

/** How many calls the target takes: at once, one after the other, and in each period. */
export const TargetCapsSection = ({ control, id }: TargetCapsSectionProps) => {
  const usage = useTargetUsage()(id ?? "");
  return (
    <CapsSection
      control={control}
      title="Caps and calls at once"
      on={["dialled", "connected", "converted", "revenue"]}
      note="A target that has had so many calls, or has come to so much, is passed over until the hour, day or month ends on its own clock."
      usage={usage}
      reset={
        id === null
          ? null
          : {
              ofWhat: "this target",
              send: (body) => client.resetTargetCaps({ params: { id }, body }),
            }
      }
      beside={{
        names: ["concurrencyMax", "concurrencyGrid", "rate"],
        summary: toSummary,
        fields: (
          <>
            <NumberField
              control={control}
              name="concurrencyMax"
              label="Calls at once"
              unit="calls"
              placeholder="No limit"
              hint="While it has so many, campaigns pass it over. Empty: no limit."
            />
            {id !== null && (
              <p className="min-h-[1lh] text-label text-grey-11 tabular-nums">
                {usage !== undefined && `${usage.inUse} in progress now`}
              </p>
            )}
            <ConcurrencyGridField control={control} />
            <RateFields control={control} />
          </>
        ),
      }}
      isOpenAtFirst={id !== null}
    />
  );
};

const windowOptions = rateWindows.map((value) => ({ value, label: `A ${value}` }));

const RateFields = ({ control }: Pick<TargetCapsSectionProps, "control">) => {
  const rate = useWatch({ control, name: "rate" });
  return (
    <InheritedField<TargetValues, TargetBody, NonNullable<TargetValues["rate"]>>
      control={control}
      name="rate"
      label="How fast calls are begun"
      inherited={{ text: "As fast as they come", from: "the traffic" }}
      start={{ calls: "1", per: "second" }}
    >
      {rate !== null && (
        <>
          <NumberField
            control={control}
            name="rate.calls"
            label="How fast calls are begun"
            unit="calls"
            hint="With so many begun within the last second or minute, campaigns pass it over."
          />
          <RadioField control={control} name="rate.per" label="Within" options={windowOptions} />
        </>
      )}
    </InheritedField>
  );
};
