import type { Request, RequestHandler } from "express";
import { AppError } from "./app-error.ts";
import { hasBearerKey } from "./bearer.ts";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

const isOwnOrigin = (origin: string, request: Request, publicUrl: string): boolean => {
  if (!URL.canParse(origin)) return false;
  const url = new URL(origin);
  return url.origin === new URL(publicUrl).origin || url.host === request.headers.host;
};

/** Whether the browser itself says that the request comes from a page of ours. Undefined when it says nothing. */
const isFromOwnPage = (request: Request, publicUrl: string): boolean | undefined => {
  const site = request.get("sec-fetch-site");
  if (site !== undefined) return site === "same-origin";
  const origin = request.get("origin");
  return origin === undefined ? undefined : isOwnOrigin(origin, request, publicUrl);
};

/**
 * Refuses unsafe requests that another site made a browser send: browsers add cookies to those by themselves.
 * A bearer key is never added by itself, so requests that carry one pass.
 */
export const refuseCrossSite =
  (publicUrl: string): RequestHandler =>
  (request, _response, next) => {
    if (safeMethods.has(request.method) || hasBearerKey(request)) {
      next();
      return;
    }
    const own = isFromOwnPage(request, publicUrl) ?? request.get("cookie") === undefined;
    if (!own) throw new AppError("cross-site", "This request does not come from this product's own pages.");
    next();
  };
