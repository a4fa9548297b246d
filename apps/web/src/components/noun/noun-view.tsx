import type { ConfigurationNoun } from "@ccp/contract";
import type { ReactNode } from "react";
import { useLocation, useSearch } from "wouter";
import { useMay } from "#api/session.ts";
import { toNounPath } from "#components/noun-path.ts";
import { PageHeader } from "#components/page-header.tsx";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "#ui/tabs.tsx";
import { HistoryTab } from "./history-tab.tsx";
import type { NounRow } from "./noun-operations.ts";
import { StatusSwitch } from "./status-switch.tsx";

export type NounTab = { id: string; label: string; content: ReactNode };

type NounViewProps = {
  noun: ConfigurationNoun;
  row: NounRow;
  /** A line under the name that says what it is. */
  purpose?: string;
  actions: ReactNode;
  /** What stands against its use, over all tabs. */
  notice?: ReactNode;
  /** The first is shown until another is chosen; history comes last by itself, for who may see it. */
  tabs: readonly NounTab[];
};

/** A noun's name, whether it is in use, what can be done with it, and everything about it in tabs. */
export const NounView = ({ noun, row, purpose, actions, notice, tabs }: NounViewProps) => {
  const maySeeHistory = useMay("administer");
  const [, navigate] = useLocation();
  const chosen = new URLSearchParams(useSearch()).get("tab");
  const history = { id: "history", label: "History", content: <HistoryTab noun={noun} nounId={row.id} /> };
  const shown = maySeeHistory ? [...tabs, history] : tabs;
  const current = shown.find(({ id }) => id === chosen) ?? shown[0];
  const path = toNounPath(noun, row.id) ?? "";
  const open = (id: string): void => navigate(id === shown[0]?.id ? path : `${path}?tab=${id}`);
  return (
    <>
      <PageHeader
        title={row.name}
        badge={<StatusSwitch noun={noun} row={row} />}
        {...(purpose !== undefined && { purpose })}
      >
        {actions}
      </PageHeader>
      {notice}
      <Tabs value={current?.id ?? ""} onValueChange={open} className="mt-3">
        <TabsList aria-label={`About ${row.name}`}>
          {shown.map(({ id, label }) => (
            <TabsTrigger key={id} value={id}>
              {label}
            </TabsTrigger>
          ))}
        </TabsList>
        {shown.map(({ id, content }) => (
          <TabsContent key={id} value={id}>
            {content}
          </TabsContent>
        ))}
      </Tabs>
    </>
  );
};
