import { z } from "zod";

/** The closed list of what can go wrong for a caller of the API. */
export const errorCode = z.enum([
  "invalid",
  "unauthenticated",
  "forbidden",
  "cross-site",
  "not-found",
  "conflict",
  "stale",
  "in-use",
  "rate-limited",
  "too-large",
  "unsupported-media-type",
  "unavailable",
  "carrier-failed",
  "internal",
]);

export type ErrorCode = z.infer<typeof errorCode>;

/** `path` names the field, such as `body.name`; empty where the whole request is meant. */
export const errorDetail = z.strictObject({ path: z.string(), message: z.string() });

export type ErrorDetail = z.infer<typeof errorDetail>;

export const apiError = z.strictObject({
  code: errorCode,
  message: z.string(),
  details: z.array(errorDetail),
  requestId: z.string(),
});

export type ApiError = z.infer<typeof apiError>;

export const errorStatus: Record<ErrorCode, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  "cross-site": 403,
  "not-found": 404,
  conflict: 409,
  stale: 409,
  "in-use": 409,
  "rate-limited": 429,
  "too-large": 413,
  "unsupported-media-type": 415,
  unavailable: 503,
  "carrier-failed": 502,
  internal: 500,
};
