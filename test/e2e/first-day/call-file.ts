import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";

/** A line of the file; nothing in this product's files breaks lines within a field. */
const toFields = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'),
  );

const clock = /\b(\d\d:\d\d:\d\d)$/;
const length = /^(\d+):(\d\d)$/;
const money = /^-?\$?([\d,]+\.\d\d)$/;
const phone = /^(?:'\+1|\()\d/;

/** The same for what a cell shows, in its first line, and for what a file says of it. */
const toMeaning = (text: string): string => {
  const [trimmed = ""] = text.trim().split("\n");
  if (["–", "", "no"].includes(trimmed)) return "";
  if (phone.test(trimmed)) return trimmed.replaceAll(/\D/g, "").slice(-10);
  const [, minutes, seconds] = length.exec(trimmed) ?? [];
  if (minutes !== undefined) return String(Number(minutes) * 60 + Number(seconds));
  const [, time] = clock.exec(trimmed) ?? [];
  const [, sum] = money.exec(trimmed) ?? [];
  return time ?? sum?.replaceAll(",", "") ?? trimmed.toLowerCase();
};

const toTable = (rows: readonly string[][]): string[][] => rows.map((row) => row.map(toMeaning));

/** The file that the list's button hands over: heads, then rows. */
export const downloadRows = async (page: Page): Promise<string[][]> => {
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "CSV", exact: true }).click();
  const text = await readFile(await (await download).path(), "utf8");
  // Spreadsheets know the encoding by the mark before it.
  const [comment, ...lines] = text
    .replace(/^\uFEFF/, "")
    .trimEnd()
    .split("\r\n");
  if (comment?.startsWith("# ") !== true) throw new Error(`The file does not say what it is: ${comment}`);
  return toTable(lines.map(toFields));
};

/** The list as it stands on the screen: heads, then rows, without the cells that hold no data. */
export const readRows = async (page: Page): Promise<string[][]> => {
  const rows = await page.getByRole("table").getByRole("row").all();
  const texts = await Promise.all(rows.map((row) => row.locator("th, td").allInnerTexts()));
  return toTable(texts.map((cells) => cells.slice(1, -1)));
};
