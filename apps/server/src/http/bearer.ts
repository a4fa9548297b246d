import type { Request } from "express";

const bearer = /^Bearer +(\S+)$/i;

/** The API key that a request carries; undefined for a request of a browser's session. */
export const findBearerKey = (request: Request): string | undefined =>
  bearer.exec(request.get("authorization") ?? "")?.[1];

export const hasBearerKey = (request: Request): boolean => findBearerKey(request) !== undefined;
