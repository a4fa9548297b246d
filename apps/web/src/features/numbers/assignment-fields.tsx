import type { Control, FieldPathByValue, FieldValues } from "react-hook-form";
import { NounField } from "#components/form/noun-field.tsx";

type Assigned = { campaignId: string; publisherId: string };

type AssignmentFieldsProps<Values extends FieldValues & Assigned, Body> = {
  control: Control<Values, unknown, Body>;
};

/** Where the calls of a number go, and whose they are; the same for a new number and an old one. */
export const AssignmentFields = <Values extends FieldValues & Assigned, Body>({
  control,
}: AssignmentFieldsProps<Values, Body>) => (
  <>
    <NounField
      control={control}
      name={"campaignId" as FieldPathByValue<Values, string>}
      label="Campaign"
      noun="campaignId"
      none="No campaign"
      hint="Where its calls go. Without a campaign they are refused."
    />
    <NounField
      control={control}
      name={"publisherId" as FieldPathByValue<Values, string>}
      label="Publisher"
      noun="publisherId"
      none="No publisher"
      hint="Who brings its calls and gets the payout."
    />
  </>
);
