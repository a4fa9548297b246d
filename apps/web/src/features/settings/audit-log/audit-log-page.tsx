import type { AuditEntry } from "@ccp/contract";
import { ClipboardList } from "lucide-react";
import { client } from "#api/client.ts";
import type { DrawerSteps } from "#components/drawer/drawer.tsx";
import { ListPage } from "#components/list-page/list-page.tsx";
import { useListRows } from "#components/list-page/use-list-rows.ts";
import { useListState } from "#components/list-page/use-list-state.ts";
import { EmptyState } from "#components/states.tsx";
import { AuditCard } from "./audit-card.tsx";
import { AuditDrawer } from "./audit-drawer.tsx";
import { auditFields, auditList } from "./audit-list.ts";
import { toActionName, toActorName, toEntryText, toNounName, toObjectName } from "./audit-words.ts";

const widths = { at: 148, actor: 180, action: 180, noun: 140 };

const toKey = ({ id }: AuditEntry): string => String(id);

const cells: Record<string, (entry: AuditEntry) => string> = {
  actor: toActorName,
  action: toActionName,
  noun: toNounName,
  nounName: toObjectName,
};

const useAuditList = () => {
  const list = useListState(auditList);
  return { list, rows: useListRows(["audit"], list.query, client.listAudit) };
};

const OpenDrawer = ({ id, steps }: { id: string; steps: DrawerSteps }) => {
  const { items } = useAuditList().rows;
  const entry = items?.find((item) => toKey(item) === id);
  return <AuditDrawer entry={entry} isLoaded={items !== undefined} steps={steps} />;
};

/** Every write, by whom and what exactly changed. */
export const AuditLogPage = () => {
  const { list, rows } = useAuditList();
  return (
    <ListPage
      title="Audit log"
      purpose="Every change: who made it, when, and each field before and after. Nothing here can be changed or removed."
      list={list}
      rows={rows}
      fields={auditFields}
      words={{ one: "change", many: "changes" }}
      csv="exportAudit"
      toKey={toKey}
      toName={toEntryText}
      toHref={(entry) => list.toAddress({ open: toKey(entry) })}
      renderCell={(entry, column) => cells[column]?.(entry)}
      renderCard={(entry) => <AuditCard entry={entry} />}
      widths={widths}
      Drawer={OpenDrawer}
      empty={<EmptyState icon={ClipboardList} title="Nothing has been changed yet" />}
    />
  );
};
