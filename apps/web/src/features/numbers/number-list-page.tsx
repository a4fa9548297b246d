import type { NumberResource } from "@ccp/contract";
import { Hash } from "lucide-react";
import { NounList } from "#components/noun/noun-list.tsx";
import { numberFields, numberListing } from "#components/noun/number-listing.tsx";
import { AssignButton } from "./assign-button.tsx";
import { NewNumberSheet } from "./new-number-sheet.tsx";

export const NumberListPage = () => (
  <NounList
    listing={numberListing}
    title="Numbers"
    purpose="What callers dial. A number leads to a campaign and tells whose call it is."
    fields={numberFields}
    csv="exportNumbers"
    Sheet={NewNumberSheet}
    BulkActions={NumberBulkActions}
    empty={{
      icon: Hash,
      title: "No numbers yet",
      text: "A number is what callers dial. Enter one that you have at your carrier, and assign it to a campaign.",
    }}
  />
);

const NumberBulkActions = ({ rows }: { rows: readonly NumberResource[] }) => (
  <>
    <AssignButton rows={rows} to="campaign" />
    <AssignButton rows={rows} to="publisher" />
  </>
);
