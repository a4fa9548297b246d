/** The journal does not take records at present; the request must be refused. */
export class JournalRefusedError extends Error {
  override name = "JournalRefusedError";

  constructor(cause: Error) {
    super(`The journal cannot write: ${cause.message}`, { cause });
  }
}

/** Bytes that were once synced no longer read back. */
export class JournalDamagedError extends Error {
  override name = "JournalDamagedError";
  readonly file: string;
  readonly offset: number;

  constructor(file: string, offset: number, advice: string) {
    super(`The journal is damaged in ${file} at byte ${offset}. ${advice}`);
    this.file = file;
    this.offset = offset;
  }
}
