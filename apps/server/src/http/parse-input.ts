import type { Endpoint, ErrorDetail } from "@ccp/contract";
import type { Request } from "express";
import type { z } from "zod";
import { AppError } from "./app-error.ts";
import { findUnkept } from "./kept-text.ts";

type Part = "params" | "query" | "body";

const toDetails = (part: Part, error: z.ZodError): ErrorDetail[] =>
  error.issues.flatMap((issue) => {
    const path = [part, ...issue.path.map(String)];
    if (issue.code !== "unrecognized_keys") return [{ path: path.join("."), message: issue.message }];
    return issue.keys.map((key) => ({ path: [...path, key].join("."), message: "There is no such field." }));
  });

/** Parameters that cannot be an id are ids of nothing, so they answer as an absent one does. */
const refuse = (details: ErrorDetail[], endpoint: Endpoint): AppError =>
  details.every(({ path }) => path.startsWith("params."))
    ? new AppError("not-found", `There is no such ${endpoint.noun}.`)
    : new AppError("invalid", "Some fields are not right.", { details });

/** Parses what the table documents and refuses what it does not; all faults are told together. */
export const parseInput = (endpoint: Endpoint, request: Request): Partial<Record<Part, unknown>> => {
  // A body of which every field is optional may be left out as a whole.
  const isEmpty = request.headers["content-length"] === "0";
  if (endpoint.body !== undefined && !isEmpty && request.is("application/json") === false) {
    throw new AppError("unsupported-media-type", "Send JSON with the content type application/json.");
  }
  const input: Partial<Record<Part, unknown>> = {};
  const details: ErrorDetail[] = [];
  for (const part of ["params", "query", "body"] as const) {
    const schema = endpoint[part];
    if (schema === undefined) continue;
    const result = schema.safeParse(request[part] ?? {});
    input[part] = result.data;
    // What the schema has let through is no deeper than the schema.
    details.push(...(result.success ? findUnkept(request[part], part) : toDetails(part, result.error)));
  }
  if (details.length > 0) throw refuse(details, endpoint);
  return input;
};
