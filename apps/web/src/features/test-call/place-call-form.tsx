import { zodResolver } from "@hookform/resolvers/zod";
import type { PlaceTestCall } from "@ccp/contract";
import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { useLocation } from "wouter";
import { client } from "#api/client.ts";
import { FormField } from "#components/form-field.tsx";
import { NumberField } from "#components/form/number-field.tsx";
import { SelectField } from "#components/form/select-field.tsx";
import { showFailure } from "#api/show-failure.ts";
import { toFieldMessage } from "#lib/form-messages.ts";
import { paths } from "#paths.ts";
import { Button } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Input } from "#ui/input.tsx";
import { PatienceField, TestNumberField, type TestNumber } from "./place-call-fields.tsx";
import { placeCallForm, targetTexts, type PlaceCallValues } from "./place-call-values.ts";

const fields = ["from", "numberId", "script.hangUpAfterSeconds"] as const;

const targetOptions = Object.entries(targetTexts).map(([value, label]) => ({ value, label }));

const usePlaceCall = (numbers: readonly TestNumber[]) => {
  const [, navigate] = useLocation();
  const form = useForm<PlaceCallValues, unknown, PlaceTestCall>({
    resolver: zodResolver(placeCallForm, { error: toFieldMessage }),
    defaultValues: {
      from: "(202) 555-0142",
      numberId: numbers[0]?.id ?? 0,
      first: "answer",
      further: "answer",
      talkSeconds: "60",
      script: { hangUpAfterSeconds: null },
    },
  });
  const place = useMutation({
    mutationFn: (body: PlaceTestCall) => client.placeTestCall({ body }),
    onSuccess: ({ id }) => navigate(paths.runningTestCall(id)),
    onError: (error) => showFailure(error, fields, form.setError),
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
        className="grid grid-cols-1 gap-4"
        onSubmit={(event) => void form.handleSubmit((values) => place.mutate(values))(event)}
      >
        <FormField label="Caller" hint="Any number; no real phone is called." error={errors.from?.message}>
          {(wiring) => <Input type="tel" autoComplete="off" {...wiring} {...form.register("from")} />}
        </FormField>
        <TestNumberField control={form.control} numbers={numbers} error={errors.numberId?.message} />
        <SelectField
          control={form.control}
          name="first"
          label="The first target dialled"
          options={targetOptions}
        />
        <SelectField
          control={form.control}
          name="further"
          label="Every target after it"
          options={targetOptions}
        />
        <NumberField
          control={form.control}
          name="talkSeconds"
          label="A target that answers talks for"
          unit="seconds"
          hint="It answers after 3 seconds, and hangs up when it has talked."
        />
        <PatienceField control={form.control} error={errors.script?.hangUpAfterSeconds?.message} />
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
