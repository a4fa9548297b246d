import type { SnapshotEntry } from "./snapshot.ts";

/** Entries written at once: enough for few parts, and no more than keeps nobody waiting. */
const entriesAtOnce = 2_000;

/** An entry's text, as JSON has it, in parts that are made one by one: a list of blocked callers may be long. */
export function* toParts({ blocked, ...rest }: SnapshotEntry): Generator<Buffer, void> {
  const head = JSON.stringify(rest);
  if (blocked === undefined) {
    yield Buffer.from(head);
    return;
  }
  const { digest, entries } = blocked;
  yield Buffer.from(`${head.slice(0, -1)},"blocked":{"digest":${JSON.stringify(digest)},"entries":[`);
  for (let from = 0; from < entries.length; from += entriesAtOnce) {
    const some = JSON.stringify(entries.slice(from, from + entriesAtOnce)).slice(1, -1);
    yield Buffer.from(from === 0 ? some : `,${some}`);
  }
  yield Buffer.from("]}}");
}
