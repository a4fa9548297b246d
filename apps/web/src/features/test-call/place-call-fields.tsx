import type { PlaceTestCall, testNumbers } from "@ccp/contract";
import { Controller, type Control } from "react-hook-form";
import type { z } from "zod";
import { FormField } from "#components/form-field.tsx";
import { formatPhone } from "#lib/format-phone.ts";
import type { PlaceCallValues } from "./place-call-values.ts";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "#ui/select.tsx";

export type TestNumber = z.infer<typeof testNumbers>["items"][number];

type FieldProps = {
  control: Control<PlaceCallValues, unknown, PlaceTestCall>;
  error: string | undefined;
};

const byHand = "by-hand";
const patienceSeconds = [5, 15, 30, 60, 120];

const describeNumber = ({ number, label, campaignName }: TestNumber): string =>
  [formatPhone(number), label, campaignName ?? "no campaign"].filter((part) => part !== "").join(" · ");

export const TestNumberField = ({
  control,
  error,
  numbers,
}: FieldProps & { numbers: readonly TestNumber[] }) => (
  <FormField label="Number to dial" error={error}>
    {(wiring) => (
      <Controller
        control={control}
        name="numberId"
        render={({ field }) => (
          <Select value={String(field.value)} onValueChange={(id) => field.onChange(Number(id))}>
            <SelectTrigger {...wiring} ref={field.ref}>
              <SelectValue />
            </SelectTrigger>
            <SelectContent>
              {numbers.map((number) => (
                <SelectItem key={number.id} value={String(number.id)}>
                  {describeNumber(number)}
                </SelectItem>
              ))}
            </SelectContent>
          </Select>
        )}
      />
    )}
  </FormField>
);

export const PatienceField = ({ control, error }: FieldProps) => (
  <FormField label="The caller hangs up" error={error}>
    {(wiring) => (
      <Controller
        control={control}
        name="script.hangUpAfterSeconds"
        render={({ field }) => (
          <Select
            value={field.value === null ? byHand : String(field.value)}
            onValueChange={(value) => field.onChange(value === byHand ? null : Number(value))}
          >
            <SelectTrigger {...wiring} ref={field.ref}>
              <SelectValue />
            </SelectTrigger>
            <SelectContent>
              <SelectItem value={byHand}>When you press the button</SelectItem>
              {patienceSeconds.map((seconds) => (
                <SelectItem key={seconds} value={String(seconds)}>
                  After {seconds} seconds
                </SelectItem>
              ))}
            </SelectContent>
          </Select>
        )}
      />
    )}
  </FormField>
);
