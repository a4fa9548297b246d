import type { Control, FieldPathByValue, FieldValues } from "react-hook-form";
import { NounField } from "#components/form/noun-field.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { ExpiryField } from "./expiry-field.tsx";

type Shared = { campaignId: string; reason: string; expiresAt: string };

/** Where, why and how long somebody is blocked; the same for one entry and for a list of them. */
export const BlockFields = <Values extends FieldValues & Shared, Body>({
  control,
}: {
  control: Control<Values, unknown, Body>;
}) => (
  <>
    <NounField
      control={control}
      name={"campaignId" as FieldPathByValue<Values, string>}
      label="Campaign"
      noun="campaignId"
      none="All campaigns"
    />
    <TextField
      control={control}
      name={"reason" as FieldPathByValue<Values, string | null>}
      label="Reason"
      hint="Shown on the page of each call that is blocked, such as Spam."
    />
    <ExpiryField control={control} name={"expiresAt" as FieldPathByValue<Values, string>} label="Expires" />
  </>
);
