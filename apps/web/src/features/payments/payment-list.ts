import { listPaymentsQuery, paymentColumns, type Payment } from "@ccp/contract";
import { choiceField } from "#components/filters/choice-field.tsx";
import type { FilterField } from "#components/filters/filter-field.ts";
import { nounField } from "#components/filters/noun-field.tsx";
import type { ListSpec } from "#components/list-page/list-spec.ts";

const statusNames = { recorded: "Recorded", voided: "Voided" };

const group = "Payment";

export const paymentFields: readonly FilterField[] = [
  nounField({ key: "buyer", noun: "buyerId", label: "Buyer", group }),
  nounField({ key: "publisher", noun: "publisherId", label: "Publisher", group }),
  choiceField({ key: "status", param: "status", label: "Status", group, choices: statusNames }),
];

export const paymentList: ListSpec<Payment> = {
  name: "payments",
  query: listPaymentsQuery,
  columns: paymentColumns,
  filters: paymentFields,
  search: { key: "search", param: "search", placeholder: "Reference or note" },
  defaultSort: "-createdAt",
  tabs: [
    { id: "all", label: "All", query: {} },
    { id: "recorded", label: "Recorded", query: { status: "recorded" } },
    { id: "voided", label: "Voided", query: { status: "voided" } },
  ],
};
