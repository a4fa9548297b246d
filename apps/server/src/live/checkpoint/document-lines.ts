/** Elements of a long list that are written at once: some 200 KB of calls, a few ms of work. */
const sliceMax = 50;

type Path = readonly string[];
type List = { path: Path; items: readonly unknown[] };

/** The document without the contents of its long lists, which are added to `lists`. */
const takeLists = (value: unknown, path: Path, lists: List[]): unknown => {
  if (Array.isArray(value)) {
    if (value.length <= sliceMax) return value;
    lists.push({ path, items: value });
    return [];
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, takeLists(member, [...path, key], lists)]),
  );
};

const toLine = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value)}\n`);

function* toSlices(head: Buffer, lists: readonly List[]): Generator<Buffer> {
  yield head;
  for (const { path, items } of lists) {
    for (let from = 0; from < items.length; from += sliceMax) {
      yield toLine({ path, items: items.slice(from, from + sliceMax) });
    }
  }
}

/**
 * A JSON document in lines, of which none takes long to make: its long lists follow it in slices, made when they are
 * asked for, so that what is in a long list must not change until then. Everything else is taken at once.
 */
export const toDocumentLines = (document: unknown): Iterable<Buffer> => {
  const lists: List[] = [];
  const head = toLine(takeLists(document, [], lists));
  return toSlices(head, lists);
};

const findList = (document: unknown, path: Path): unknown[] => {
  let found = document;
  for (const key of path) found = (found as Record<string, unknown>)[key];
  return found as unknown[];
};

/** Reads such lines, or a document in one line. */
export const fromDocumentLines = (bytes: Buffer): unknown => {
  let document: unknown;
  for (let from = 0; from < bytes.length;) {
    const newline = bytes.indexOf(10, from);
    const end = newline === -1 ? bytes.length : newline;
    const value: unknown = JSON.parse(bytes.toString("utf8", from, end));
    if (from === 0) document = value;
    else {
      const { path, items } = value as List;
      findList(document, path).push(...items);
    }
    from = end + 1;
  }
  return document;
};
