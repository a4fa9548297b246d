import path from "node:path";
import compression from "compression";
import express, { Router } from "express";

/** The built console: hashed files for ever, and its one page for each address that is no file. */
export const createConsole = (staticDir: string): Router => {
  const router = Router();
  const page = path.join(staticDir, "index.html");
  router.use(compression());
  router.use("/assets", express.static(path.join(staticDir, "assets"), { immutable: true, maxAge: "365d" }));
  router.use("/assets", (_request, _response, next) => next("router"));
  router.use(express.static(staticDir, { index: false, maxAge: "1h" }));
  router.get("/{*path}", (request, response, next) => {
    if (request.path.startsWith("/api/") || request.accepts("html") === false) {
      next();
      return;
    }
    response.setHeader("Cache-Control", "no-cache");
    response.sendFile(page);
  });
  return router;
};
