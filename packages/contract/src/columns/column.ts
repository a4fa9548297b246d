/** What a cell holds, in the API's terms; whoever shows it decides on zone, money format and look. Null: nothing there. */
export type Cell =
  | { kind: "text"; text: string | null }
  | { kind: "id"; id: string }
  | { kind: "phone"; number: string | null }
  | { kind: "time"; at: string | null }
  | { kind: "duration"; seconds: number | null }
  /** `currency` null: the account's. */
  | { kind: "money"; micros: string | null; currency: string | null }
  | { kind: "count"; value: number | null }
  /** A share between 0 and 1. */
  | { kind: "percent"; share: number | null }
  | { kind: "status"; status: string | null }
  | { kind: "flag"; isSet: boolean }
  | { kind: "noun"; noun: CellNoun; id: string | number; name: string }
  | { kind: "none" };

export type CellNoun =
  | "campaign"
  | "publisher"
  | "buyer"
  | "target"
  | "target-group"
  | "agent"
  | "agent-group"
  | "plan"
  | "number"
  | "call"
  | "user";

/**
 * A column of a list: one entry makes the table's column, the chooser's line and the exported file's field.
 * `Row` is what the list's endpoint answers, with what the screen adds to it.
 */
export type Column<Row> = {
  /** Stands in the URL and in the file's request; never changes. */
  id: string;
  header: string;
  /** Heading in the chooser. */
  group: string;
  /** Shown until somebody chooses otherwise. */
  isDefault: boolean;
  /** Figures stand at the right. */
  isNumeric: boolean;
  /** The list's sort by this column, where it has one. */
  sort?: string;
  toCell: (row: Row) => Cell;
};
