import type { ErrorCode, ErrorDetail } from "@ccp/contract";

/** An expected failure, in words meant for the caller of the API. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: readonly ErrorDetail[];
  /** Seconds after which trying again makes sense. */
  readonly retryAfterSeconds: number | null;

  constructor(
    code: ErrorCode,
    message: string,
    more: { details?: readonly ErrorDetail[]; retryAfterSeconds?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: more.cause });
    this.name = "AppError";
    this.code = code;
    this.details = more.details ?? [];
    this.retryAfterSeconds = more.retryAfterSeconds ?? null;
  }
}

/** The answer for an id of nobody and for an id of somebody else alike. */
export const notFound = (noun: string): AppError => new AppError("not-found", `There is no such ${noun}.`);

/** One field is wrong; `path` names it as the caller sent it, such as `body.buyerId`. */
export const invalidField = (path: string, message: string): AppError =>
  new AppError("invalid", message, { details: [{ path, message }] });

/** Something still uses what is to go; each detail names one user of it. */
export const inUse = (message: string, users: readonly string[]): AppError =>
  new AppError("in-use", message, { details: users.map((user) => ({ path: "", message: user })) });
