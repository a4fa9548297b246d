import { toHoursSummary, toRevenueText, type ListedTarget, type PlanRowShown } from "@ccp/contract";
import type { Control } from "react-hook-form";
import { useSession } from "#api/session.ts";
import { FilterField } from "#components/form/filter-field.tsx";
import { FormSheet } from "#components/form/form-sheet.tsx";
import { HoursField } from "#components/form/hours-field.tsx";
import { InheritedField } from "#components/form/inherited-field.tsx";
import { NumberField } from "#components/form/number-field.tsx";
import { useCreateForm } from "#components/form/use-create-form.ts";
import { RevenueFields } from "#components/revenue/revenue-fields.tsx";
import { newRevenue, toRevenueValues } from "#components/revenue/revenue-form.ts";
import { formatMoney } from "#lib/format-money.ts";
import { overrideForm, toOverrideValues, type OverrideTerms, type OverrideValues } from "./override-form.ts";
import { attemptsHint } from "./attempts-hint.ts";
import type { Overrides } from "./plan.ts";

type OverrideSheetProps = {
  row: Overrides;
  shown: PlanRowShown | undefined;
  onApply: (overrides: Overrides) => void;
  onClose: () => void;
};

type OverrideControl = Control<OverrideValues, unknown, OverrideTerms>;

type Account = { currency: string; timeZone: string };

/** What holds where a row says nothing, and what the fields begin with when it is to say something. */
type Inherited = {
  revenue: string;
  hours: string;
  ringTime: { text: string; from: string };
  atOnce: string;
  from: string;
  timeZone: string;
  start: { revenue: OverrideValues["revenue"]; atOnce: string };
};

const ofTarget = (target: ListedTarget, { currency, timeZone }: Account): Inherited => ({
  revenue: toRevenueText(target.revenue, (micros) => formatMoney(micros, currency)),
  hours: target.hours === null ? "always open" : toHoursSummary(target.hours),
  ringTime:
    target.ringTimeoutSeconds === null
      ? { text: "Its own", from: "the campaign that dials" }
      : { text: `${target.ringTimeoutSeconds} seconds`, from: `the target ${target.name}` },
  atOnce: target.concurrencyMax === null ? "No limit" : String(target.concurrencyMax),
  from: `the target ${target.name}`,
  timeZone: target.timeZone ?? timeZone,
  start: { revenue: toRevenueValues(target.revenue), atOnce: String(target.concurrencyMax ?? 1) },
});

const ofGroup = (name: string, { timeZone }: Account): Inherited => ({
  revenue: "Each member's own",
  hours: "each member's own",
  ringTime: { text: "Each member's own", from: `the members of ${name}` },
  atOnce: "Each member's own",
  from: `the members of ${name}`,
  timeZone,
  start: { revenue: newRevenue, atOnce: "1" },
});

/** What a row says instead of its target: shown with what holds otherwise, and from where that is. */
export const OverrideSheet = ({ row, shown, onApply, onClose }: OverrideSheetProps) => {
  const { account } = useSession();
  const target = shown?.kind === "target" ? shown.target : null;
  const name = target?.name ?? (shown?.kind === "group" ? shown.group.name : "this row");
  const inherited = target === null ? ofGroup(name, account) : ofTarget(target, account);
  const record = useCreateForm({
    schema: overrideForm,
    values: toOverrideValues(row),
    create: (body) => Promise.resolve(body),
    onCreated: (terms) => {
      onApply({ ...terms, skills: [] });
      onClose();
    },
  });
  const { control } = record.form;
  return (
    <FormSheet
      record={record}
      title={`Terms of ${name} in this plan`}
      description="What is set here holds for calls by this row only. It is saved with the plan."
      saveText="Apply"
      onClose={onClose}
    >
      <InheritedField
        control={control}
        name="revenue"
        label="Revenue"
        inherited={{ text: inherited.revenue, from: inherited.from }}
        start={inherited.start.revenue}
      >
        <RevenueFields control={control} />
      </InheritedField>
      <InheritedField
        control={control}
        name="ringTimeoutSeconds"
        label="Ring time"
        inherited={inherited.ringTime}
        start="25"
      >
        <NumberField control={control} name="ringTimeoutSeconds" label="Ring time" unit="seconds" />
      </InheritedField>
      <NumberField
        control={control}
        name="dialAttemptsMax"
        label="Attempts in one call"
        unit="attempts"
        hint={attemptsHint}
      />
      <CallFields control={control} inherited={inherited} />
    </FormSheet>
  );
};

type CallFieldsProps = { control: OverrideControl; inherited: Inherited };

/** How many calls a row takes at once, which, and when. */
const CallFields = ({ control, inherited }: CallFieldsProps) => (
  <>
    <InheritedField
      control={control}
      name="concurrencyMax"
      label="Calls at once"
      inherited={{ text: inherited.atOnce, from: inherited.from }}
      start={inherited.start.atOnce}
    >
      <NumberField
        control={control}
        name="concurrencyMax"
        label="Calls at once"
        unit="calls"
        hint="In all hours. Calls by other rows of the target count as well."
      />
    </InheritedField>
    <FilterField
      control={control}
      name="filter"
      label="Which calls"
      hint="Only these, of the calls that are taken there."
      timeZone={inherited.timeZone}
    />
    <HoursField
      control={control}
      name="hours"
      label="Takes calls at hours of its own"
      hint="Instead of the hours that are set there, on the same clock."
      off={`Off: ${inherited.hours}, from ${inherited.from}.`}
      timeZone={inherited.timeZone}
    />
  </>
);
