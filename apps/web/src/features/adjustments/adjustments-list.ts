import { adjustmentColumns, listAdjustmentsQuery, type Adjustment } from "@ccp/contract";
import { adjustmentStatusNames, moneyNames } from "#components/adjustment/adjustment-words.ts";
import { choiceField } from "#components/filters/choice-field.tsx";
import type { FilterField } from "#components/filters/filter-field.ts";
import { momentField } from "#components/filters/moment-field.tsx";
import { nounField } from "#components/filters/noun-field.tsx";
import { typedField } from "#components/filters/typed-field.tsx";
import type { ListSpec } from "#components/list-page/list-spec.ts";

const what = "Adjustment";
const who = "Who";

export const adjustmentFields: readonly FilterField[] = [
  choiceField({
    key: "status",
    param: "status",
    label: "Status",
    group: what,
    choices: adjustmentStatusNames,
  }),
  choiceField({ key: "money", param: "party", label: "Money", group: what, choices: moneyNames }),
  momentField({ key: "from", param: "from", label: "From", group: what }),
  momentField({ key: "to", param: "to", label: "Until", group: what }),
  typedField({
    key: "callId",
    param: "callId",
    label: "Call id",
    group: what,
    placeholder: "The whole id",
    inputMode: "text",
    toWords: (value) => value,
  }),
  nounField({ key: "buyerId", noun: "buyerId", label: "Buyer", group: who }),
  nounField({ key: "publisherId", noun: "publisherId", label: "Publisher", group: who }),
];

export const adjustmentsList: ListSpec<Adjustment> = {
  name: "adjustments",
  query: listAdjustmentsQuery,
  columns: adjustmentColumns,
  filters: adjustmentFields,
  search: { key: "search", param: "search", placeholder: "Reason, or call id" },
  defaultSort: "-createdAt",
  tabs: [
    { id: "all", label: "All", query: {} },
    { id: "requested", label: "To be decided", query: { status: "requested" } },
    { id: "approved", label: "Approved", query: { status: "approved" } },
    { id: "refused", label: "Rejected and void", query: { status: "rejected,voided" } },
  ],
};
