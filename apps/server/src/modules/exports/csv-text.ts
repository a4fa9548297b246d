import type { Cell } from "@ccp/contract";
import { toAmountText, toMicros } from "@ccp/engine";

/** In whose zone times are written. */
export type CsvFormat = { toLocalTime: (at: Date) => string };

export const createCsvFormat = (timeZone: string): CsvFormat => {
  // This language writes times as 2026-11-23 14:05:09.
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
  return { toLocalTime: (at) => format.format(at) };
};

/**
 * Text that a spreadsheet takes for text: one that begins as a formula or a number with its sign does, such as a
 * phone number's plus, gets an apostrophe before it.
 */
const toPlainText = (text: string): string => (/^\s*[=+\-@\t\r＝＋－＠]/u.test(text) ? `'${text}` : text);

const toNumber = (value: number | null): string | null => (value === null ? null : String(value));

type Writers = {
  [Kind in Cell["kind"]]: (cell: Extract<Cell, { kind: Kind }>, format: CsvFormat) => string | null;
};

/** Null: nothing there. */
const writers: Writers = {
  text: ({ text }) => text && toPlainText(text),
  id: ({ id }) => toPlainText(id),
  phone: ({ number }) => number && toPlainText(number),
  time: ({ at }, { toLocalTime }) => at && toLocalTime(new Date(at)),
  duration: ({ seconds }) => toNumber(seconds),
  money: ({ micros }) => micros && toAmountText(toMicros(micros)),
  count: ({ value }) => toNumber(value),
  percent: ({ share }) => (share === null ? null : `${(share * 100).toFixed(2)}%`),
  status: ({ status }) => status && toPlainText(status),
  flag: ({ isSet }) => (isSet ? "yes" : "no"),
  noun: ({ name }) => toPlainText(name),
  none: () => null,
};

/** One line of fields, each in quotes where it holds what would end it. */
export const toCsvLine = (fields: readonly string[]): string =>
  `${fields.map((field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(",")}\r\n`;

export const toCsvRow = (cells: readonly Cell[], format: CsvFormat): string =>
  toCsvLine(
    cells.map((cell) => {
      // Each writer gets the cells of its own kind.
      const write = writers[cell.kind] as (cell: Cell, format: CsvFormat) => string | null;
      return write(cell, format) ?? "";
    }),
  );
