import { randomUUID } from "node:crypto";
import type { RequestHandler, Response } from "express";

const requestIds = new WeakMap<Response, string>();

/** Gives each request an id that stands in its answer, its log lines and its audit rows. */
export const assignRequestId: RequestHandler = (_request, response, next) => {
  const requestId = randomUUID();
  requestIds.set(response, requestId);
  response.setHeader("X-Request-Id", requestId);
  next();
};

export const getRequestId = (response: Response): string => {
  const requestId = requestIds.get(response);
  if (requestId === undefined) throw new Error("The request has no id: assignRequestId did not run.");
  return requestId;
};
