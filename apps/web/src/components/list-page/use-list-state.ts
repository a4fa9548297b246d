import type { Column } from "@ccp/contract";
import { useEffect, useEffectEvent, useMemo } from "react";
import { useLocation, useSearch } from "wouter";
import { readPreference, writePreference } from "#lib/preference.ts";
import type { ListSpec, ListState } from "./list-spec.ts";
import { readListState, toListQuery, toShownColumns, toStoredLook, writeListState } from "./list-state.ts";

/** How a list stands, and the ways to change it. */
export type List<Row> = {
  spec: ListSpec<Row>;
  state: ListState;
  /** For the API: filters, search and sort. The same object while they are the same. */
  query: Readonly<Record<string, string>>;
  /** The shown columns, pinned ones first. */
  columns: readonly Column<Row>[];
  isFiltered: boolean;
  /** The address of this list with something changed. */
  toAddress: (change: Partial<ListState>) => string;
  /** `isMinor`: not worth a step of its own for the back button. */
  change: (change: Partial<ListState>, options?: { isMinor?: boolean }) => void;
  clearFilters: () => void;
};

const toKey = (name: string): string => `list.${name}`;

/** The address holds the whole state; what this browser remembers of columns and density fills in where it is silent. */
export const useListState = <Row>(spec: ListSpec<Row>): List<Row> => {
  const [path, navigate] = useLocation();
  const search = useSearch();
  const state = useMemo(() => readListState(spec, search, readPreference(toKey(spec.name))), [spec, search]);
  const canonical = writeListState(spec, state, search);
  const toAddress = (change: Partial<ListState>): string => {
    const next = writeListState(spec, { ...state, ...change }, search);
    return next === "" ? path : `${path}?${next}`;
  };

  // What was filled in from this browser goes into the address as well, so that a copied link shows the same.
  const settle = useEffectEvent((whole: string) => {
    if (whole !== writeListState(spec, readListState(spec, search, null), search)) {
      navigate(toAddress({}), { replace: true });
    }
  });
  useEffect(() => settle(canonical), [canonical]);

  const change: List<Row>["change"] = (changed, { isMinor = false } = {}) => {
    const next = { ...state, ...changed };
    if ("columns" in changed || "pinned" in changed || "density" in changed) {
      writePreference(toKey(spec.name), toStoredLook(spec, next));
    }
    navigate(toAddress(changed), { replace: isMinor });
  };
  const { filters, search: text } = state;
  const queryText = JSON.stringify(toListQuery(spec, state));
  return {
    spec,
    state,
    query: useMemo(() => JSON.parse(queryText) as Record<string, string>, [queryText]),
    columns: useMemo(() => toShownColumns(spec.columns, state), [spec, state]),
    isFiltered: text !== "" || Object.keys(filters).length > 0,
    toAddress,
    change,
    clearFilters: () => change({ filters: {}, search: "" }),
  };
};
