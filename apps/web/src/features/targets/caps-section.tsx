import { toCapsText } from "@ccp/contract";
import { useFormState, useWatch, type Control } from "react-hook-form";
import { useTargetUsage } from "#api/use-target-usage.ts";
import { FormSection } from "#components/form/form-section.tsx";
import { NumberField } from "#components/form/number-field.tsx";
import { RadioField } from "#components/form/radio-field.tsx";
import { typedCaps } from "#lib/typed-caps.ts";
import type { TargetBody, TargetValues } from "./target-form.ts";
import { CapsTable } from "./caps-table.tsx";
import { ResetCounts } from "./reset-counts.tsx";

type CapsSectionProps = {
  control: Control<TargetValues, unknown, TargetBody>;
  /** Null for a target that is yet to be made. */
  id: string | null;
};

const toSummary = ({ concurrencyMax, caps }: TargetValues): string => {
  const read = typedCaps.safeParse(caps);
  return [
    concurrencyMax === "" ? "Any number of calls at once" : `${concurrencyMax} at once`,
    ...(read.success ? [toCapsText(read.data).replace("No caps", "no caps")] : []),
  ].join(", ");
};

/** How many calls the target takes: at once, and in each period. */
export const CapsSection = ({ control, id }: CapsSectionProps) => {
  const usage = useTargetUsage()(id ?? "");
  const { defaultValues } = useFormState({ control });
  const hasSaved = Object.values(defaultValues?.caps?.limits ?? {}).some((row) =>
    Object.values(row ?? {}).some((limit) => limit !== ""),
  );
  return (
    <FormSection
      control={control}
      title="Caps and calls at once"
      names={["concurrencyMax", "caps"]}
      summary={toSummary}
      isOpenAtFirst={id !== null}
    >
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
      <CapsTable control={control} usage={usage?.caps ?? []} />
      <p className="text-label text-grey-11">
        A target that has had so many calls is passed over until the hour, day or month ends on its own clock.
        Empty: no cap. A cap counts from when it is first saved.
      </p>
      <ModeField control={control} />
      {id !== null && hasSaved && <ResetCounts targetId={id} />}
    </FormSection>
  );
};

const ModeField = ({ control }: Pick<CapsSectionProps, "control">) => {
  const { converted } = useWatch({ control, name: "caps.limits" });
  if (Object.values(converted).every((limit) => limit.trim() === "")) return null;
  return (
    <RadioField
      control={control}
      name="caps.mode"
      label="A cap on converted calls takes a call's place"
      options={[
        {
          value: "strict",
          label: "When it is dialled",
          hint: "Never exceeded: a call in progress holds a place, and gives it back when it does not convert.",
        },
        {
          value: "at-conversion",
          label: "When it converts",
          hint: "May be exceeded by as many calls as are in progress when the last place is taken.",
        },
      ]}
    />
  );
};
