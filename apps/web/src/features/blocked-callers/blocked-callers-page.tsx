import type { BlockedCaller } from "@ccp/contract";
import { Ban } from "lucide-react";
import { Link, useSearch } from "wouter";
import { client } from "#api/client.ts";
import { useMay } from "#api/session.ts";
import { BlockSheet } from "#components/block/block-sheet.tsx";
import { toEntryName } from "#components/block/entry.ts";
import { ListPage } from "#components/list-page/list-page.tsx";
import { useFormParam } from "#components/list-page/use-form-param.ts";
import { useListRows } from "#components/list-page/use-list-rows.ts";
import { useListState } from "#components/list-page/use-list-state.ts";
import { EmptyState } from "#components/states.tsx";
import { Button } from "#ui/button.tsx";
import { BlockedCard } from "./blocked-card.tsx";
import { blockedFields, blockedList } from "./blocked-list.ts";
import { EntrySheet } from "./entry-sheet.tsx";
import { ImportSheet } from "./import-sheet.tsx";
import { RemoveBar } from "./remove-bar.tsx";

const widths = { caller: 140, kind: 100, campaign: 160, expiresAt: 128, status: 104, createdAt: 128 };

/** A list that is narrowed to one campaign adds to that campaign. */
const readCampaign = (search: string): string => {
  const text = new URLSearchParams(search).get("campaign") ?? "";
  return /^[\da-f-]{36}$/.test(text) ? text : "";
};

const toKey = ({ id }: BlockedCaller): string => String(id);

/** Everybody whose calls go to nobody. */
export const BlockedCallersPage = () => {
  const list = useListState(blockedList);
  const rows = useListRows(["list", "blocked-caller"], list.query, client.listBlockedCallers);
  const mayWrite = useMay("write");
  const { toAddress } = useFormParam();
  const actions = mayWrite && <Actions />;
  return (
    <>
      <ListPage
        title="Blocked callers"
        purpose="Calls from these hear the campaign's apology and reach nobody."
        action={actions}
        list={list}
        rows={rows}
        fields={blockedFields}
        words={{ one: "entry", many: "entries" }}
        csv="exportBlockedCallers"
        toKey={toKey}
        toName={toEntryName}
        toHref={(entry) => (mayWrite ? toAddress({ kind: "edit", id: toKey(entry) }) : list.toAddress({}))}
        renderCard={(entry) => <BlockedCard entry={entry} />}
        widths={widths}
        {...(mayWrite && {
          renderBulk: (selected: readonly BlockedCaller[], clear: () => void) => (
            <RemoveBar entries={selected} onClear={clear} />
          ),
        })}
        empty={
          <EmptyState
            icon={Ban}
            title="Nobody is blocked"
            text="Block a number, all numbers that begin alike, or callers who withhold theirs."
          >
            {actions}
          </EmptyState>
        }
      />
      {mayWrite && <OpenForm />}
    </>
  );
};

const Actions = () => {
  const { toAddress } = useFormParam();
  return (
    <div className="flex gap-2">
      <Button asChild>
        <Link href={toAddress({ kind: "import" })}>Add many</Link>
      </Button>
      <Button variant="primary" asChild>
        <Link href={toAddress({ kind: "new" })}>Block a caller</Link>
      </Button>
    </div>
  );
};

const OpenForm = () => {
  const { form, close } = useFormParam();
  const campaignId = readCampaign(useSearch());
  switch (form?.kind) {
    case "new":
      return <BlockSheet start={{ kind: "number", value: "", campaignId }} onClose={close} />;
    case "import":
      return <ImportSheet campaignId={campaignId} onClose={close} />;
    case "edit":
      return <EntrySheet key={form.id} id={form.id} onClose={close} />;
    case "clone":
    case undefined:
      return null;
  }
};
