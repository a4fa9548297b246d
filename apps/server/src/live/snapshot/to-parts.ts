import type { BookList, SnapshotEntry } from "./snapshot.ts";

/** Items written at once: enough for few parts, and no more than keeps nobody waiting. */
const itemsAtOnce = 2_000;

function* toItems(head: string, items: readonly unknown[]): Generator<Buffer, void> {
  yield Buffer.from(`${head}[`);
  for (let from = 0; from < items.length; from += itemsAtOnce) {
    const some = JSON.stringify(items.slice(from, from + itemsAtOnce)).slice(1, -1);
    yield Buffer.from(from === 0 ? some : `,${some}`);
  }
  yield Buffer.from("]}");
}

function* toListParts(lists: readonly BookList[]): Generator<Buffer, void> {
  for (const [index, { values, ...rest }] of lists.entries()) {
    yield* toItems(`${index === 0 ? "" : ","}${JSON.stringify(rest).slice(0, -1)},"values":`, values);
  }
}

/** An entry's text, as JSON has it, in parts that are made one by one: its lists may be long. */
export function* toParts({ blocked, lists, ...rest }: SnapshotEntry): Generator<Buffer, void> {
  yield Buffer.from(JSON.stringify(rest).slice(0, -1));
  if (blocked !== undefined) {
    const { entries, ...head } = blocked;
    yield* toItems(`,"blocked":${JSON.stringify(head).slice(0, -1)},"entries":`, entries);
  }
  if (lists !== undefined) {
    yield Buffer.from(',"lists":[');
    yield* toListParts(lists);
    yield Buffer.from("]");
  }
  yield Buffer.from("}");
}
