import { toDocumentName, type Document, type DocumentKind } from "@ccp/contract";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useWatch } from "react-hook-form";
import { useLocation, useSearch } from "wouter";
import { client } from "#api/client.ts";
import { explainFailure } from "#api/errors.ts";
import { documentPreviewQuery, type DocumentAsked } from "#api/money-queries.ts";
import { useTimeZone } from "#api/session.ts";
import { useKeptUp } from "#api/use-kept-up.ts";
import { useRenew } from "#api/use-renew.ts";
import { DocumentTotals } from "#components/document/document-totals.tsx";
import { documentWords, toDocumentPath } from "#components/document/document-words.ts";
import { FormSheet } from "#components/form/form-sheet.tsx";
import { NounField } from "#components/form/noun-field.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { useCreateForm } from "#components/form/use-create-form.ts";
import { toast } from "#lib/toast.ts";
import { createIssueForm, toMonthBefore, toToday, type IssueValues } from "./issue-form.ts";

type IssueSheetProps = { kind: DocumentKind; onClose: () => void };

/** What the address says about whose document it is to be. */
const useStart = (kind: DocumentKind): IssueValues => {
  const party = new URLSearchParams(useSearch()).get(documentWords[kind].party) ?? "";
  const timeZone = useTimeZone();
  const [period] = useState(() => toMonthBefore(toToday(Date.now(), timeZone)));
  return { party: party.startsWith("!") || party.includes(",") ? "" : party, ...period };
};

/** Shows what would be issued, and issues exactly that; open as long as it is rendered. */
export const IssueSheet = ({ kind, onClose }: IssueSheetProps) => {
  const { party, one } = documentWords[kind];
  const [, navigate] = useLocation();
  const renew = useRenew();
  const [schema] = useState(() => createIssueForm(kind));
  const queries = useQueryClient();
  const record = useCreateForm({
    schema,
    values: useStart(kind),
    create: (body: DocumentAsked) => {
      const seen = queries.getQueryData(documentPreviewQuery(body).queryKey);
      return client.issueDocument({ body: { ...body, ...(seen && { closingMicros: seen.closingMicros }) } });
    },
    onCreated: (made: Document) => {
      toast.success(`Issued ${toDocumentName(made)}`);
      navigate(toDocumentPath(made));
      void renew();
    },
  });
  const { control } = record.form;
  const typed = schema.safeParse(useWatch({ control }));
  return (
    <FormSheet
      record={record}
      title={`New ${one}`}
      description={`An issued ${one} never changes; what is booked later goes into the next one.`}
      saveText={`Issue ${one}`}
      onClose={onClose}
    >
      <NounField
        control={control}
        name="party"
        label={party === "buyer" ? "Buyer" : "Publisher"}
        noun={`${party}Id`}
      />
      <div className="grid grid-cols-2 gap-4">
        <TextField control={control} name="periodFrom" label="From" type="date" />
        <TextField control={control} name="periodThrough" label="Through" type="date" />
      </div>
      <Preview body={typed.success ? typed.data : null} />
    </FormSheet>
  );
};

const previews = ["document-preview"] as const;

const Preview = ({ body }: { body: DocumentAsked | null }) => {
  useKeptUp(previews);
  const { data, error, isFetching } = useQuery(documentPreviewQuery(body));
  const shown = error === null ? (data ?? null) : null;
  return (
    <section aria-label="Preview" aria-busy={isFetching} className="rounded-card bg-grey-3 p-4">
      {shown !== null && <DocumentTotals document={shown} />}
      {shown === null && error !== null && (
        <p role="alert" className="font-medium text-bad">
          {explainFailure(error)}
        </p>
      )}
      {shown === null && error === null && (
        <p className="text-grey-11">
          {isFetching ? "Adding up" : "Fill in the fields to see what it would say."}
        </p>
      )}
    </section>
  );
};
