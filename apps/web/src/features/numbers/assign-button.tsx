import type { NumberResource } from "@ccp/contract";
import { useState } from "react";
import { client } from "#api/client.ts";
import { BulkAssignDialog } from "#components/noun/bulk-assign-dialog.tsx";
import { formatPhone } from "#lib/format-phone.ts";
import { Button } from "#ui/button.tsx";

const assignments = {
  campaign: {
    noun: "campaignId",
    label: "Campaign",
    title: "Assign a campaign",
    description: "Calls from now on go where this campaign sends them.",
    none: { one: "Lead to a campaign", none: "Lead nowhere: calls are refused" },
    toPatch: (id: string | null) => ({ campaignId: id }),
  },
  publisher: {
    noun: "publisherId",
    label: "Publisher",
    title: "Assign a publisher",
    description: "Calls from now on count for this publisher. Calls so far stay with the former one.",
    none: { one: "Belong to a publisher", none: "Belong to nobody" },
    toPatch: (id: string | null) => ({ publisherId: id }),
  },
} as const;

type Patch = { campaignId?: string | null; publisherId?: string | null };

type AssignButtonProps = { rows: readonly NumberResource[]; to: keyof typeof assignments };

/** Assigns the selected numbers to a campaign or a publisher. */
export const AssignButton = ({ rows, to }: AssignButtonProps) => {
  const [isAsking, setIsAsking] = useState(false);
  const { noun, label, title, description, none, toPatch } = assignments[to];
  return (
    <>
      <Button onClick={() => setIsAsking(true)}>{title}</Button>
      {isAsking && (
        <BulkAssignDialog<number, Patch>
          noun="number"
          rows={rows.map((row) => ({
            id: row.id,
            name: formatPhone(row.number),
            before: row[to]?.id ?? null,
          }))}
          title={title}
          description={description}
          to={{ noun, label, none }}
          toPatch={toPatch}
          update={(items) => client.updateNumbers({ body: { items } })}
          onClose={() => setIsAsking(false)}
        />
      )}
    </>
  );
};
