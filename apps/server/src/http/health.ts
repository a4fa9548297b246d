import { Router } from "express";

/** `/healthz`: the process answers. `/readyz`: calls may be sent to it. */
export const createHealth = (isReady: () => boolean): Router => {
  const router = Router();
  router.get("/healthz", (_request, response) => {
    response.json({ status: "ok" });
  });
  router.get("/readyz", (_request, response) => {
    const ready = isReady();
    response.status(ready ? 200 : 503).json({ status: ready ? "ready" : "not-ready" });
  });
  return router;
};
