import { Link } from "wouter";
import { cn } from "#lib/cn.ts";
import type { List } from "./use-list-state.ts";

/** Whole lists to choose among; each is a link, so that it can be opened beside this one. */
export const ListTabs = <Row,>({ list }: { list: List<Row> }) => {
  const { spec, state, toAddress } = list;
  if (spec.tabs.length < 2) return null;
  return (
    <nav aria-label="Views" className="flex h-8 gap-4 overflow-x-auto border-b border-grey-6">
      {spec.tabs.map(({ id, label }) => (
        <Link
          key={id}
          href={toAddress({ tab: id, open: null })}
          aria-current={id === state.tab ? "true" : undefined}
          className={cn(
            "inline-flex shrink-0 items-center border-b-2 border-transparent px-0.5 font-medium text-grey-11 outline-offset-[-2px] hover:text-grey-12",
            id === state.tab && "border-accent text-grey-12",
          )}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
};
