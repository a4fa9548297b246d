import type { CarrierAccount, NumberResource } from "@ccp/contract";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { Link, useSearch } from "wouter";
import { client } from "#api/client.ts";
import { explainFailure } from "#api/errors.ts";
import { numberQuery } from "#api/party-queries.ts";
import { carrierAccountsQuery } from "#api/settings-queries.ts";
import { FormSheet } from "#components/form/form-sheet.tsx";
import { PhoneField } from "#components/form/phone-field.tsx";
import { SelectField } from "#components/form/select-field.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { useCreateForm } from "#components/form/use-create-form.ts";
import { CloneSource } from "#components/noun/clone-source.tsx";
import type { NounSheetProps } from "#components/noun/noun-list.tsx";
import { useCreated } from "#components/noun/use-created.ts";
import { formatPhone } from "#lib/format-phone.ts";
import { toast } from "#lib/toast.ts";
import { paths } from "#paths.ts";
import { AssignmentFields } from "./assignment-fields.tsx";
import { newNumberForm, toNumberValues, type NewNumberValues } from "./number-form.ts";

export const NewNumberSheet = ({ cloneOf, onClose }: NounSheetProps) => {
  const { data, error } = useInfiniteQuery(carrierAccountsQuery);
  const giveUp = useEffectEvent((failure: Error) => {
    toast.error(explainFailure(failure));
    onClose();
  });
  useEffect(() => {
    if (error !== null) giveUp(error);
  }, [error]);
  const carrierAccounts = data?.pages.flatMap(({ items }) => items);
  if (carrierAccounts === undefined) return null;
  return (
    <CloneSource id={cloneOf} toQuery={numberQuery} onClose={onClose}>
      {(source) => <NumberSheet source={source} carrierAccounts={carrierAccounts} onClose={onClose} />}
    </CloneSource>
  );
};

const toSingle = (text: string | null): string => (text !== null && /^[\da-f-]{36}$/.test(text) ? text : "");

/** A copy has all but the number; else the list is perhaps narrowed to one campaign or publisher. */
const toStart = (
  source: NumberResource | null,
  search: string,
): Omit<NewNumberValues, "carrierAccountId"> => {
  if (source !== null) return { number: "", ...toNumberValues(source) };
  const params = new URLSearchParams(search);
  return {
    number: "",
    label: "",
    campaignId: toSingle(params.get("campaign")),
    publisherId: toSingle(params.get("publisher")),
  };
};

type NumberSheetProps = {
  source: NumberResource | null;
  carrierAccounts: readonly CarrierAccount[];
  onClose: () => void;
};

const NumberSheet = ({ source, carrierAccounts, onClose }: NumberSheetProps) => {
  const search = useSearch();
  const created = useCreated("number");
  const usual = source?.carrierAccount.id ?? carrierAccounts[0]?.id;
  const record = useCreateForm({
    schema: newNumberForm,
    values: { ...toStart(source, search), carrierAccountId: usual === undefined ? "" : String(usual) },
    create: (body) => client.createNumber({ body }),
    onCreated: ({ id, number }) => created({ id, name: formatPhone(number) }),
  });
  const { control } = record.form;
  return (
    <FormSheet
      record={record}
      title="New number"
      description={
        source === null
          ? "A number that you already have at your carrier. Calls to it are routed from the moment it is here."
          : `Starts as a copy of ${formatPhone(source.number)}; only the number is new.`
      }
      saveText="Create number"
      onClose={onClose}
    >
      <PhoneField control={control} name="number" label="Number" />
      {carrierAccounts.length === 0 ? (
        <p className="text-warn">
          There is no carrier account yet.{" "}
          <Link href={paths.settings.telephony()} className="font-medium underline underline-offset-4">
            Connect one
          </Link>{" "}
          first.
        </p>
      ) : (
        <SelectField
          control={control}
          name="carrierAccountId"
          label="Carrier account"
          hint="Where the number was bought."
          options={carrierAccounts.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
      )}
      <TextField
        control={control}
        name="label"
        label="Label"
        hint="Says where it is advertised, such as Bus stops, March."
      />
      <AssignmentFields control={control} />
    </FormSheet>
  );
};
