import type { WithFigures } from "@ccp/contract";
import { useSession } from "#api/session.ts";
import { Money } from "#components/money.tsx";
import { StatusBadge } from "#components/status-badge.tsx";
import type { ListedNoun, NounListing } from "./noun-listing.ts";

type NounCardProps<Row extends ListedNoun> = { listing: NounListing<Row>; row: WithFigures<Row> };

/** A noun in a list where a table would not fit. */
export const NounCard = <Row extends ListedNoun>({ listing, row }: NounCardProps<Row>) => {
  const { account } = useSession();
  const { figures } = row;
  return (
    <div className="grid gap-1">
      <div className="flex items-center justify-between gap-2">
        <span className="truncate font-medium">{listing.toName(row)}</span>
        <StatusBadge status={row.status} />
      </div>
      {listing.renderLine !== undefined && (
        <div className="flex items-center justify-between gap-2">{listing.renderLine(row)}</div>
      )}
      <div className="flex min-h-4 items-center justify-between gap-2 text-label text-grey-11 tabular-nums">
        {figures !== undefined && (
          <>
            <span>
              {figures?.live ?? 0} live · {figures?.day ?? 0} today · {figures?.month ?? 0} this month
            </span>
            <Money micros={figures?.revenueMicros ?? "0"} currency={account.currency} />
          </>
        )}
      </div>
    </div>
  );
};
