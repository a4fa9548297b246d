import { toRepeatsText } from "@ccp/contract";
import { useWatch } from "react-hook-form";
import { FormSection } from "#components/form/form-section.tsx";
import { NumberField } from "#components/form/number-field.tsx";
import { SelectField } from "#components/form/select-field.tsx";
import { WindowFields } from "#components/repeat/window-fields.tsx";
import { typedRepeats } from "#lib/typed-repeat.ts";
import type { CampaignControl } from "./campaign-fields.tsx";
import type { CampaignValues } from "./campaign-form.ts";

const spamOptions = [
  { value: "off", label: "Are taken" },
  { value: "within", label: "Hear the apology" },
];

const reportOptions = [
  { value: "off", label: "Are not marked" },
  { value: "days", label: "Are marked for some days" },
  { value: "ever", label: "Are always marked" },
];

const returningOptions = [
  { value: "normal", label: "Like everybody else" },
  { value: "original-first", label: "To the target they talked with, if it is open" },
  { value: "original-only", label: "Only to the target they talked with" },
  { value: "different-first", label: "To a different target, if one is open" },
  { value: "different-only", label: "Only to a different target" },
];

const anonymousOptions = [
  { value: "take", label: "Are taken" },
  { value: "fallback", label: "Go to the fallback only" },
  { value: "refuse", label: "Hear the apology" },
];

const names = ["repeats.spam.seconds", "repeats.report.days"] as const;

const toSummary = ({ repeats }: CampaignValues): string => {
  const { data } = typedRepeats.safeParse(repeats);
  return data === undefined ? "Not filled in yet" : toRepeatsText(data);
};

/** What the campaign does about callers who call again, and about those of whom nobody can know. */
export const RepeatsSection = ({ control }: CampaignControl) => {
  const spam = useWatch({ control, name: "repeats.spam.kind" });
  return (
    <FormSection control={control} title="Repeat callers" names={names} summary={toSummary}>
      <SelectField
        control={control}
        name="repeats.spam.kind"
        label="Calls right after the caller's last one"
        hint="Whatever campaign the last one came to, and whatever became of it."
        options={spamOptions}
      />
      {spam === "within" && (
        <NumberField control={control} name="repeats.spam.seconds" label="Within" unit="seconds" />
      )}
      <SelectField
        control={control}
        name="repeats.returning"
        label="Returning callers go"
        hint="Who has talked with a target of this campaign. Where nobody else may take them, the fallback does."
        options={returningOptions}
      />
      <WindowFields
        control={control}
        names={{ kind: "repeats.report.kind", days: "repeats.report.days" }}
        label="Repeats in the call log"
        hint="Marks calls for reports and the call log's filter; they go where all calls go."
        options={reportOptions}
      />
      <SelectField
        control={control}
        name="repeats.anonymous"
        label="Callers who withhold their number"
        hint="They are never remembered, and so never repeats."
        options={anonymousOptions}
      />
    </FormSection>
  );
};
