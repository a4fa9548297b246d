import { type ApiError, errorStatus } from "@ccp/contract";
import type { ErrorRequestHandler, RequestHandler } from "express";
import type { Logger } from "pino";
import { AppError } from "./app-error.ts";
import { toAppError } from "./database-error.ts";
import { getRequestId } from "./request-id.ts";

// The body parser says how much it takes.
const toTooLarge = (error: Error): AppError => {
  const max = "limit" in error ? ` than the ${String(error.limit)} bytes that are taken here` : "";
  return new AppError("too-large", `The request is larger${max}.`);
};

// What the body parser and the router throw, by their documented type or status.
const toParserError = (error: unknown): AppError | undefined => {
  if (!(error instanceof Error) || !("status" in error)) return undefined;
  switch (error.status) {
    case 413:
      return toTooLarge(error);
    case 415:
      return new AppError("unsupported-media-type", "Send JSON in UTF-8.");
    case 400:
      return new AppError("invalid", "The request cannot be read: it is no valid JSON or address.");
    default:
      return undefined;
  }
};

const toKnownError = (error: unknown): AppError =>
  error instanceof AppError
    ? error
    : (toParserError(error) ??
      toAppError(error) ??
      new AppError("internal", "Something went wrong on our side.", { cause: error }));

/** The last middleware: each failure becomes one of the closed codes. Only our own faults are logged as errors. */
export const handleError =
  (log: Logger): ErrorRequestHandler =>
  (error, _request, response, next) => {
    const known = toKnownError(error);
    const requestId = getRequestId(response);
    if (known.code === "internal") log.error({ err: error, requestId }, "request failed");
    if (known.code === "unavailable" || known.code === "carrier-failed") {
      log.warn({ err: error, requestId }, "request refused");
    }
    if (response.headersSent) {
      next(error);
      return;
    }
    if (known.retryAfterSeconds !== null) response.setHeader("Retry-After", known.retryAfterSeconds);
    const body: ApiError = {
      code: known.code,
      message: known.message,
      details: [...known.details],
      requestId,
    };
    response.status(errorStatus[known.code]).json(body);
  };

export const refuseUnknownPath: RequestHandler = () => {
  throw new AppError("not-found", "There is no such path.");
};
