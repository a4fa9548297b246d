import { listPublishersQuery, publisherColumns, type Publisher } from "@ccp/contract";
import { Handshake } from "lucide-react";
import { client } from "#api/client.ts";
import { NounList } from "#components/noun/noun-list.tsx";
import { statusTabs, type NounListing } from "#components/noun/noun-listing.ts";
import { NewPublisherSheet } from "./new-publisher-sheet.tsx";

const publisherListing: NounListing<Publisher> = {
  noun: "publisher",
  words: { one: "publisher", many: "publishers" },
  spec: {
    name: "publishers",
    query: listPublishersQuery,
    columns: publisherColumns,
    filters: [],
    search: { key: "search", param: "search", placeholder: "Name or id" },
    defaultSort: "name",
    tabs: statusTabs,
  },
  load: client.listPublishers,
  toName: ({ name }) => name,
  renderLine: ({ numberCount }) => (
    <span className="tabular-nums">
      {numberCount} {numberCount === 1 ? "number" : "numbers"}
    </span>
  ),
  widths: { numberCount: 76 },
};

export const PublisherListPage = () => (
  <NounList
    listing={publisherListing}
    title="Publishers"
    purpose="Who brings calls and is paid for those that convert."
    fields={[]}
    csv="exportPublishers"
    Sheet={NewPublisherSheet}
    empty={{
      icon: Handshake,
      title: "No publishers yet",
      text: "A publisher advertises your numbers and is paid for the calls they bring. Make one, then assign numbers to it.",
    }}
  />
);
