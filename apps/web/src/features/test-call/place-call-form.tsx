import { zodResolver } from "@hookform/resolvers/zod";
import { placeTestCallBody, type PlaceTestCall, type testNumbers } from "@ccp/contract";
import { useMutation } from "@tanstack/react-query";
import { Controller, useForm } from "react-hook-form";
import { useLocation } from "wouter";
import type { z } from "zod";
import { client } from "#api/client.ts";
import { explainFailure, toApiFailure } from "#api/errors.ts";
import { FormField } from "#components/form-field.tsx";
import { showFieldErrors } from "#lib/field-errors.ts";
import { toFieldMessage } from "#lib/form-messages.ts";
import { formatPhone } from "#lib/format-phone.ts";
import { paths } from "#paths.ts";
import { Button } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Input } from "#ui/input.tsx";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "#ui/select.tsx";

type TestNumber = z.infer<typeof testNumbers>["items"][number];
type Values = z.input<typeof placeTestCallBody>;

const fields = ["from", "numberId", "script.hangUpAfterSeconds"] as const;

const byHand = "by-hand";
const patience = [5, 15, 30, 60, 120];

const describeNumber = ({ number, label, campaignName }: TestNumber): string =>
  [formatPhone(number), label, campaignName ?? "no campaign"].filter((part) => part !== "").join(" · ");

const usePlaceCall = (numbers: readonly TestNumber[]) => {
  const [, navigate] = useLocation();
  const form = useForm<Values, unknown, PlaceTestCall>({
    resolver: zodResolver(placeTestCallBody, { error: toFieldMessage }),
    defaultValues: {
      from: "(202) 555-0142",
      numberId: numbers[0]?.id ?? 0,
      script: { hangUpAfterSeconds: null },
    },
  });
  const place = useMutation({
    mutationFn: (body: PlaceTestCall) => client.placeTestCall({ body }),
    onSuccess: ({ id }) => navigate(paths.runningTestCall(id)),
    onError: (error) => {
      const failure = toApiFailure(error);
      const homeless = showFieldErrors<Values>(failure.details, fields, form.setError);
      const isTold = failure.details.length > 0 && homeless.length === 0;
      if (!isTold) form.setError("root", { message: explainFailure(failure) });
    },
  });
  return { form, place };
};

/** Who calls, which number, and how long the caller has patience. */
export const PlaceCallForm = ({ numbers }: { numbers: readonly TestNumber[] }) => {
  const { form, place } = usePlaceCall(numbers);
  const { errors } = form.formState;
  return (
    <Card className="max-w-120">
      <form
        noValidate
        className="grid gap-4"
        onSubmit={(event) => void form.handleSubmit((values) => place.mutate(values))(event)}
      >
        <FormField
          label="Caller"
          hint="Any number; no real phone is called."
          error={errors.from?.message}
        >
          {(wiring) => <Input type="tel" autoComplete="off" {...wiring} {...form.register("from")} />}
        </FormField>
        <FormField label="Number to dial" error={errors.numberId?.message}>
          {(wiring) => (
            <Controller
              control={form.control}
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
        <FormField
          label="The caller hangs up"
          hint="The called side behaves as the simulator has it for that target."
          error={errors.script?.hangUpAfterSeconds?.message}
        >
          {(wiring) => (
            <Controller
              control={form.control}
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
                    {patience.map((seconds) => (
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
        {errors.root?.message !== undefined && (
          <p role="alert" className="font-medium text-bad">
            {errors.root.message}
          </p>
        )}
        <Button type="submit" variant="primary" size="large" disabled={place.isPending}>
          {place.isPending ? "Placing the call" : "Place the call"}
        </Button>
      </form>
    </Card>
  );
};
