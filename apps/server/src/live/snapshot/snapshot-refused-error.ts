/** An entry was not installed; the account goes on with the one it has. */
export class SnapshotRefusedError extends Error {
  override name = "SnapshotRefusedError";
  readonly accountId: string;
  readonly reason: "shrinks" | "carrier-taken";

  constructor(accountId: string, reason: SnapshotRefusedError["reason"], details: string) {
    super(`The book of account ${accountId} is not installed: ${details}`);
    this.accountId = accountId;
    this.reason = reason;
  }
}
