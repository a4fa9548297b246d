const jsonbFormat = 1;
const comma = ",".charCodeAt(0);
const empty = Buffer.from("[]");

/**
 * Lists of JSON, each in its bytes, joined into one, in the bytes in which PostgreSQL takes a `jsonb`: so what is long
 * is copied once, and never is one long text.
 */
export const toJsonbList = (lists: readonly Buffer[]): Buffer => {
  const filled = lists.filter(({ length }) => length > empty.length);
  if (filled.length === 0) filled.push(empty);
  const bytes = Buffer.allocUnsafe(filled.reduce((sum, { length }) => sum + length, 1));
  bytes.writeUInt8(jsonbFormat, 0);
  let end = 1;
  for (const list of filled) {
    // From the second on, the bracket that closed the list before gives way to a comma for the one that opens this.
    const start = Math.max(1, end - 1);
    end = start + list.copy(bytes, start);
    if (start > 1) bytes.writeUInt8(comma, start);
  }
  return bytes.subarray(0, end);
};
