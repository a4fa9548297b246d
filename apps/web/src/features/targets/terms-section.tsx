import { toRevenueText } from "@ccp/contract";
import { useSession } from "#api/session.ts";
import { FormSection } from "#components/form/form-section.tsx";
import type { RecordForm } from "#components/form/use-record-form.ts";
import { RevenueFields } from "#components/revenue/revenue-fields.tsx";
import { revenueText } from "#components/revenue/revenue-form.ts";
import { formatMoney } from "#lib/format-money.ts";
import type { TargetBody, TargetValues } from "./target-form.ts";

type Form = RecordForm<TargetValues, TargetBody>["form"];

const fieldNames = [
  "revenue.micros",
  "revenue.microsPerMinute",
  "revenue.incrementSeconds",
  "revenue.minimumSeconds",
  "revenue.conversion.seconds",
  "revenue.tiers",
  "revenue.oncePerCaller.days",
] as const;

/** What the buyer owes for a call. */
export const TermsSection = ({ form: { control } }: { form: Form }) => {
  const { currency } = useSession().account;
  const toSummary = ({ revenue }: TargetValues): string => {
    const { data } = revenueText.safeParse(revenue);
    return data === undefined ? "" : toRevenueText(data, (micros) => formatMoney(micros, currency));
  };
  return (
    <FormSection control={control} title="Terms" names={fieldNames} summary={toSummary} isOpenAtFirst>
      <RevenueFields control={control} />
    </FormSection>
  );
};
