import { toAmountText, toMicros, type Cap } from "@ccp/engine";
import { toCapsText } from "#caps-text.ts";
import type { Column } from "./column.ts";

/** The caps of whatever has some, on one line. */
export const capsColumn: Column<{ caps: readonly Cap[] }> = {
  id: "caps",
  header: "Caps",
  group: "Routing",
  isDefault: false,
  isNumeric: false,
  toCell: ({ caps }) => ({
    kind: "text",
    text: toCapsText(caps, (micros) => toAmountText(toMicros(micros))),
  }),
};

/** Calls at once that several targets share. */
export const sharedCallsColumn: Column<{ concurrencyMax: number | null }> = {
  id: "concurrencyMax",
  header: "Calls at once",
  group: "Routing",
  isDefault: false,
  isNumeric: true,
  toCell: ({ concurrencyMax }) => ({ kind: "count", value: concurrencyMax }),
};
