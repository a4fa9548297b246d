import type { Column } from "@ccp/contract";
import type { z } from "zod";

export type Density = "compact" | "comfortable";

/** A filter as the address names it, and the part of the API's query that a value of it stands for. */
export type ListFilter = {
  key: string;
  toQuery: (value: string) => Readonly<Record<string, string>>;
};

/** A choice among whole lists, such as active or archived. */
export type ListTab = { id: string; label: string; query: Readonly<Record<string, string>> };

export type ListSearch = {
  /** What the address calls it. */
  key: string;
  /** What the API calls it. */
  param: string;
  /** What can be searched for, as the field says it. */
  placeholder: string;
  /** What stands under the field where the API would refuse what was typed. */
  problem?: string;
};

/** What a list can be asked for. It has to be one lasting object, made outside of components. */
export type ListSpec<Row> = {
  /** Under which this browser remembers the list's looks. */
  name: string;
  /** The contract's query of the list: what it refuses never reaches the API. */
  query: z.ZodObject;
  columns: readonly Column<Row>[];
  filters: readonly ListFilter[];
  search: ListSearch | null;
  defaultSort: string;
  /** The first is shown until another is chosen. */
  tabs: readonly ListTab[];
};

/** How a list stands: all of it is in the address. */
export type ListState = {
  tab: string;
  search: string;
  /** Values by the filters' keys, each as the API's grammar writes it. */
  filters: Readonly<Record<string, string>>;
  sort: string;
  /** Ids of the shown columns in their order. */
  columns: readonly string[];
  /** Which of them stay in sight at the left, in that order. */
  pinned: readonly string[];
  density: Density;
  /** The row whose drawer is open. */
  open: string | null;
};

/** The part of the state that this browser remembers. */
export type ListLook = Pick<ListState, "columns" | "pinned" | "density">;
