import type { Target } from "@ccp/contract";
import { Target as TargetIcon } from "lucide-react";
import { useState } from "react";
import { client } from "#api/client.ts";
import { BulkAssignDialog } from "#components/noun/bulk-assign-dialog.tsx";
import { NounList } from "#components/noun/noun-list.tsx";
import { targetFields, targetListing } from "#components/noun/target-listing.tsx";
import { Button } from "#ui/button.tsx";
import { NewTargetSheet } from "./new-target-sheet.tsx";

export const TargetListPage = () => (
  <NounList
    listing={targetListing}
    title="Targets"
    purpose="Where buyers take calls: whom campaigns dial."
    fields={targetFields}
    csv="exportTargets"
    Sheet={NewTargetSheet}
    BulkActions={TargetBulkActions}
    empty={{
      icon: TargetIcon,
      title: "No targets yet",
      text: "A target is where a buyer takes calls: a phone number or SIP address, with its hours, how many calls it takes at once and what a call earns. Campaigns dial the targets of their plan.",
    }}
  />
);

const TargetBulkActions = ({ rows }: { rows: readonly Target[] }) => {
  const [isMoving, setIsMoving] = useState(false);
  return (
    <>
      <Button onClick={() => setIsMoving(true)}>Move {rows.length} to another buyer</Button>
      {isMoving && (
        <BulkAssignDialog
          noun="target"
          rows={rows.map(({ id, name, buyer }) => ({ id, name, before: buyer.id }))}
          title="Move to another buyer"
          description="Calls from now on are the new buyer's to pay for. Calls so far stay with the former one."
          to={{ noun: "buyerId", label: "Buyer" }}
          toPatch={(id) => ({ buyerId: Number(id) })}
          update={(items) => client.updateTargets({ body: { items } })}
          onClose={() => setIsMoving(false)}
        />
      )}
    </>
  );
};
