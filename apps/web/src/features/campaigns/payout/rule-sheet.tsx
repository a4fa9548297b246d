import { payoutRule, type PayoutRule } from "@ccp/contract";
import { hours } from "@ccp/engine";
import { z } from "zod";
import { FilterField } from "#components/form/filter-field.tsx";
import { FormSheet } from "#components/form/form-sheet.tsx";
import { HoursField } from "#components/form/hours-field.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { useCreateForm } from "#components/form/use-create-form.ts";
import { toTypedFilter, typedFilter } from "#lib/typed-filter.ts";
import { PayoutFields, payoutNames } from "./payout-fields.tsx";
import { rulePayoutText, toRulePayoutValues } from "./payout-form.ts";

/** A rule as it is typed. */
const ruleForm = z
  .object({
    name: payoutRule.shape.name,
    payout: rulePayoutText,
    hours: hours.nullable(),
    filter: typedFilter,
  })
  .refine((rule) => rule.hours !== null || rule.filter !== null, {
    path: ["hours"],
    message: "Say at which hours or for which calls; what all other calls are paid stands after the rules.",
  });

const newPayout = { kind: "fixed", micros: "0", due: { kind: "connected" } } as const;

type RuleSheetProps = {
  /** Null for a new one. */
  rule: PayoutRule | null;
  timeZone: string;
  save: (rule: PayoutRule) => Promise<void>;
  onClose: () => void;
};

/** What one rule pays, and for which calls. */
export const RuleSheet = ({ rule, timeZone, save, onClose }: RuleSheetProps) => {
  const record = useCreateForm({
    schema: ruleForm,
    values: {
      name: rule?.name ?? "",
      payout: toRulePayoutValues(rule?.payout ?? newPayout),
      hours: rule?.hours ?? null,
      filter: toTypedFilter(rule?.filter ?? null),
    },
    create: (typed) => save({ ...typed, enabled: rule?.enabled ?? true }),
    onCreated: onClose,
  });
  const { control } = record.form;
  return (
    <FormSheet
      record={record}
      title={rule === null ? "A payout rule" : `The rule ${rule.name}`}
      description="The first rule that takes a call when it comes in says what the publisher is paid for it."
      saveText="Save rule"
      onClose={onClose}
    >
      <TextField control={control} name="name" label="Name" />
      <PayoutFields control={control} names={payoutNames} />
      <HoursField
        control={control}
        name="hours"
        label="Only calls that come in at certain hours"
        hint="On the clock of the campaign's time zone."
        timeZone={timeZone}
        off="Off: calls of every hour."
      />
      <div className="grid gap-2">
        <h3 className="text-label font-medium">Only calls that match</h3>
        <FilterField control={control} name="filter" label="Filters" timeZone={timeZone} />
      </div>
    </FormSheet>
  );
};
