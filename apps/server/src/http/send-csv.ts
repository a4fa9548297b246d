import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Request, Response } from "express";
import { hasReaderLeft } from "./has-reader-left.ts";
import type { Csv } from "./implementation.ts";

/** Without it spreadsheets take the text for one of their country's older character sets. */
const byteOrderMark = "\uFEFF";

/** What was read already, then the rest; ends the reading when nobody wants more. */
async function* join(first: IteratorResult<string, unknown>, rest: AsyncIterator<string>) {
  try {
    yield byteOrderMark;
    for (let next = first; next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

/**
 * Streams a table as a file, no faster than it is read; a reader who leaves ends the reading of rows. What fails
 * before the first line is answered as an error, what fails later breaks the connection off, so that nobody takes a
 * part for the whole.
 */
export const sendCsv = async (
  request: Request,
  response: Response,
  { csv, name, now }: { csv: Csv; name: string; now: number },
): Promise<void> => {
  const rows = csv[Symbol.asyncIterator]();
  const first = await rows.next();
  const day = new Date(now).toISOString().slice(0, 10);
  response.setHeader("Content-Type", "text/csv; charset=utf-8");
  response.setHeader("Content-Disposition", `attachment; filename="${name}-${day}.csv"`);
  response.setHeader("Cache-Control", "no-store");
  if (request.method === "HEAD" || response.destroyed) {
    await rows.return?.();
    response.end();
    return;
  }
  try {
    // One piece at a time: the next page is read when this one has gone out.
    await pipeline(Readable.from(join(first, rows), { highWaterMark: 1 }), response);
  } catch (error) {
    if (!hasReaderLeft(error)) throw error;
  }
};
