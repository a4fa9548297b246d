import { toPayoutText, tryPayoutRulesBody, type Campaign, type PayoutTrial } from "@ccp/contract";
import { useState } from "react";
import { z } from "zod";
import { client } from "#api/client.ts";
import { useSession } from "#api/session.ts";
import { FormSheet } from "#components/form/form-sheet.tsx";
import { NounField } from "#components/form/noun-field.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { useCreateForm } from "#components/form/use-create-form.ts";
import { formatMoney } from "#lib/format-money.ts";
import { optionalText } from "#lib/typed-fields.ts";
import { Button } from "#ui/button.tsx";

const { shape } = tryPayoutRulesBody;

const trialForm = z.object({
  publisherId: z.string().min(1, "Choose a publisher.").pipe(shape.publisherId),
  from: optionalText(shape.from.unwrap().unwrap()),
});

/** Asks which rule would pay if somebody called now. */
export const RuleTrial = ({ campaign }: { campaign: Campaign }) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Which rule would pay now?</Button>
      {isOpen && <TrialSheet campaign={campaign} onClose={() => setOpen(false)} />}
    </>
  );
};

const TrialSheet = ({ campaign: { id, name }, onClose }: { campaign: Campaign; onClose: () => void }) => {
  const [trial, setTrial] = useState<PayoutTrial | null>(null);
  const record = useCreateForm({
    schema: trialForm,
    values: { publisherId: "", from: "" },
    create: (body) => client.tryPayoutRules({ params: { id }, body }),
    onCreated: setTrial,
  });
  const { control } = record.form;
  return (
    <FormSheet
      record={record}
      title="Which rule would pay now?"
      description={`What a publisher would be paid by if somebody called ${name} at this moment. Nothing is changed.`}
      saveText="Try"
      onClose={onClose}
    >
      <NounField control={control} name="publisherId" label="Publisher" noun="publisherId" />
      <TextField
        control={control}
        name="from"
        label="Caller"
        hint="Empty: somebody who withholds the number."
      />
      {trial !== null && <Verdicts trial={trial} />}
    </FormSheet>
  );
};

const owners = { campaign: "The campaign's terms", publisher: "The publisher's own terms" } as const;

const Verdicts = ({ trial: { rules, payout, owner } }: { trial: PayoutTrial }) => {
  const { currency } = useSession().account;
  return (
    <div role="status" className="grid gap-2 rounded-card border border-grey-6 p-3">
      <p className="font-medium tabular-nums">
        Paid: {toPayoutText(payout, (micros) => formatMoney(micros, currency))}
      </p>
      <p className="text-label text-grey-11">{owners[owner]} were asked.</p>
      <ol className="grid gap-1">
        {rules.map(({ name, verdict, sentence }) => (
          <li key={name} className={verdict === "pays" ? "font-medium" : "text-grey-11"}>
            {name} {sentence}.
          </li>
        ))}
        {rules.every(({ verdict }) => verdict !== "pays") && (
          <li>
            {rules.length === 0 ? "There are no rules" : "No rule takes the call"}, so it is paid as all other
            calls are.
          </li>
        )}
      </ol>
    </div>
  );
};
