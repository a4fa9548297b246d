import { withAccount } from "#db/transaction.ts";
import type { Csv } from "#http/implementation.ts";
import type { Verb } from "#http/verb.ts";
import { findContent } from "./value-lists.store.ts";

const linesAtOnce = 5_000;

/** Without a head, and with quotes where a value would else not be read back as it is. */
const toLine = (value: string): string =>
  /[",;\t]/.test(value) ? `"${value.replaceAll('"', '""')}"\r\n` : `${value}\r\n`;

async function* toLines(content: string): AsyncGenerator<string, void> {
  const values = content.split("\n");
  for (let from = 0; from < values.length; from += linesAtOnce) {
    yield values
      .slice(from, from + linesAtOnce)
      .map(toLine)
      .join("");
  }
}

/** What was uploaded, value by value: an upload of it makes the same list. */
export const downloadListValues = async ({ pools, ctx, input }: Verb<{ id: string }>): Promise<Csv> =>
  toLines(await withAccount(pools.app, ctx.accountId, (tx) => findContent(tx, input.id)));
