import { api, type Endpoint, toOpenApi } from "@ccp/contract";
import express, { type Express, type RequestHandler } from "express";
import { createAuthenticate } from "./authenticate.ts";
import { hasBearerKey } from "./bearer.ts";
import { createConsole } from "./console.ts";
import { refuseCrossSite } from "./cross-site.ts";
import type { HttpDeps } from "./deps.ts";
import { renderDocsPage } from "./docs-page.ts";
import { handleError, refuseUnknownPath } from "./error-handler.ts";
import { createHealth } from "./health.ts";
import { implementations } from "./implementations.ts";
import { mountApi } from "./mount.ts";
import { assignRequestId } from "./request-id.ts";
import { createSecurityHeaders } from "./security-headers.ts";
import { createSessions } from "./session.ts";
import { createSignInLimits } from "./sign-in-limits.ts";

const bodyMax = "1mb";

/** A request that shows a key needs no session, nor the query for one. */
const unlessBearer =
  (handler: RequestHandler): RequestHandler =>
  (request, response, next) =>
    hasBearerKey(request) ? next() : handler(request, response, next);

/** The few operations whose bodies may be larger; what they have parsed is not parsed again. */
const createLargeBodies = (): express.Router => {
  const router = express.Router();
  for (const { method, path, bodyMax: limit } of Object.values<Endpoint>(api)) {
    if (limit !== undefined) router[method === "PUT" ? "put" : "post"](path, express.json({ limit }));
  }
  return router;
};

const createDocs = (): express.Router => {
  const router = express.Router();
  const document = toOpenApi();
  const page = renderDocsPage();
  router.get("/openapi.json", (_request, response) => {
    response.json(document);
  });
  router.get("/docs", (_request, response) => {
    response.type("html").send(page);
  });
  return router;
};

/** Everything HTTP but the live path: API, documentation, probes and console. */
export const createHttpApp = (deps: HttpDeps): Express => {
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", "loopback, linklocal, uniquelocal");
  app.use(assignRequestId);
  app.use(createHealth(() => deps.isReady()));
  app.use(createSecurityHeaders(deps.publicUrl));
  app.use(createDocs());
  app.use("/api/v1", refuseCrossSite(deps.publicUrl), unlessBearer(createSessions(deps)));
  app.use(createLargeBodies());
  app.use("/api/v1", express.json({ limit: bodyMax }));
  app.use(
    mountApi(implementations, {
      deps,
      authenticate: createAuthenticate(deps),
      limits: createSignInLimits(),
    }),
  );
  if (deps.staticDir !== null) app.use(createConsole(deps.staticDir));
  app.use(refuseUnknownPath);
  app.use(handleError(deps.log));
  return app;
};
