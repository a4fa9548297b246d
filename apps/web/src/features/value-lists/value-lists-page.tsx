import type { ValueList } from "@ccp/contract";
import { ListChecks } from "lucide-react";
import { Link } from "wouter";
import { client } from "#api/client.ts";
import { useMay } from "#api/session.ts";
import { ListPage } from "#components/list-page/list-page.tsx";
import { useFormParam } from "#components/list-page/use-form-param.ts";
import { useListRows } from "#components/list-page/use-list-rows.ts";
import { useListState } from "#components/list-page/use-list-state.ts";
import { EmptyState } from "#components/states.tsx";
import { Button } from "#ui/button.tsx";
import { ArchiveBar } from "./archive-bar.tsx";
import { EditListSheet } from "./edit-list-sheet.tsx";
import { NewListSheet } from "./new-list-sheet.tsx";
import { ValueListCard } from "./value-list-card.tsx";
import { valueListFields, valueListSpec } from "./value-list-spec.ts";

const widths = { name: 240, status: 104, valueCount: 104, targetCount: 132, updatedAt: 128 };

const toKey = ({ id }: ValueList): string => id;

const toName = ({ name }: ValueList): string => name;

/** Lists of values that filters of targets ask for. */
export const ValueListsPage = () => {
  const list = useListState(valueListSpec);
  const rows = useListRows(["list", "value-list"], list.query, client.listValueLists);
  const mayWrite = useMay("write");
  const { toAddress } = useFormParam();
  const action = mayWrite && (
    <Button variant="primary" asChild>
      <Link href={toAddress({ kind: "new" })}>New value list</Link>
    </Button>
  );
  return (
    <>
      <ListPage
        title="Value lists"
        purpose="Numbers, zip codes and the like, for filters of targets to ask for."
        action={action}
        list={list}
        rows={rows}
        fields={valueListFields}
        words={{ one: "list", many: "lists" }}
        csv="exportValueLists"
        toKey={toKey}
        toName={toName}
        toHref={(row) => (mayWrite ? toAddress({ kind: "edit", id: row.id }) : list.toAddress({}))}
        renderCard={(row) => <ValueListCard row={row} />}
        widths={widths}
        {...(mayWrite && {
          renderBulk: (selected: readonly ValueList[], clear: () => void) => (
            <ArchiveBar lists={selected} onClear={clear} />
          ),
        })}
        empty={
          <EmptyState
            icon={ListChecks}
            title="No value lists yet"
            text="Upload up to 100,000 values, and a target's filter can take or leave the callers that are in them."
          >
            {action}
          </EmptyState>
        }
      />
      {mayWrite && <OpenForm />}
    </>
  );
};

const OpenForm = () => {
  const { form, close } = useFormParam();
  switch (form?.kind) {
    case "new":
      return <NewListSheet onClose={close} />;
    case "edit":
      return <EditListSheet key={form.id} id={form.id} onClose={close} />;
    case "import":
    case "clone":
    case undefined:
      return null;
  }
};
