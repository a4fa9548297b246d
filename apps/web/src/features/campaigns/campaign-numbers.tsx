import type { Campaign, NumberResource } from "@ccp/contract";
import { Hash } from "lucide-react";
import { useMemo } from "react";
import { client } from "#api/client.ts";
import { useMay } from "#api/session.ts";
import type { NounListing } from "#components/noun/noun-listing.ts";
import { numberListing } from "#components/noun/number-listing.tsx";
import { RelatedRows } from "#components/noun/related-rows.tsx";
import { StatusSwitch } from "#components/noun/status-switch.tsx";
import { useUndoable } from "#components/noun/use-undoable.ts";
import { EmptyState } from "#components/states.tsx";
import { formatPhone } from "#lib/format-phone.ts";
import { Button } from "#ui/button.tsx";
import { AssignNumber } from "./assign-number.tsx";

const columns = [
  "number",
  "label",
  "status",
  "publisher",
  "live",
  "day",
  "convertedRate",
  "revenue",
  "campaign",
];

const Unassign = ({ number }: { number: NumberResource }) => {
  const mayWrite = useMay("write");
  const { mutate, isPending } = useUndoable();
  const text = formatPhone(number.number);
  const lead = (campaignId: string | null): Promise<unknown> =>
    client.updateNumbers({ body: { items: [{ id: number.id, patch: { campaignId } }] } });
  if (!mayWrite) return number.campaign?.name;
  return (
    <Button
      variant="ghost"
      className="pointer-events-auto relative z-2 -ml-2 h-6 px-2 text-label"
      aria-label={`Unassign ${text}`}
      disabled={isPending}
      onClick={() =>
        mutate({
          act: () => lead(null),
          done: `${text} leads nowhere now`,
          undo: () => lead(number.campaign?.id ?? null),
          undone: `${text} is as before`,
        })
      }
    >
      Unassign
    </Button>
  );
};

const renderCell = (number: NumberResource, columnId: string) => {
  if (columnId === "campaign") return <Unassign number={number} />;
  if (columnId !== "status") return undefined;
  return (
    <span className="pointer-events-auto relative z-2 inline-flex align-middle">
      <StatusSwitch noun="number" row={{ ...number, name: formatPhone(number.number) }} />
    </span>
  );
};

/** The listing of numbers, with what can be done with one of this campaign. */
const ownListing: NounListing<NumberResource> = {
  ...numberListing,
  renderCell,
  renderLine: ({ label, publisher }) => (
    <span className="truncate">
      {label === "" ? "No label" : label}
      {publisher !== null && <span className="text-grey-11"> · {publisher.name}</span>}
    </span>
  ),
  widths: { ...numberListing.widths, status: 108, campaign: 96 },
};

/** The numbers that lead to the campaign, and ways to change which those are. */
export const CampaignNumbers = ({ campaign }: { campaign: Campaign }) => {
  const mayWrite = useMay("write");
  const query = useMemo(() => ({ campaignId: campaign.id }), [campaign.id]);
  return (
    <div className="grid grid-cols-1 gap-8">
      {mayWrite && campaign.status !== "archived" && <AssignNumber campaign={campaign} />}
      <RelatedRows
        listing={ownListing}
        query={query}
        columns={columns}
        label={`Numbers of ${campaign.name}`}
        empty={
          <EmptyState
            icon={Hash}
            title="No numbers yet"
            text="Calls come in by the numbers that lead here. Assign one, or enter a new one."
          />
        }
      />
    </div>
  );
};
