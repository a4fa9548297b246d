import { randomUUID } from "node:crypto";
import type { RequestListener } from "node:http";

/** Answers for the console and the API while they are not up yet, with the probes in their usual shape. */
export const createNotReady =
  (isReady: () => boolean): RequestListener =>
  (request, response) => {
    const path = request.url?.split("?")[0];
    request.resume();
    const requestId = randomUUID();
    const send = (status: number, body: unknown): void => {
      response.writeHead(status, {
        "content-type": "application/json",
        "retry-after": "1",
        "x-request-id": requestId,
      });
      response.end(JSON.stringify(body));
    };
    if (path === "/healthz") send(200, { status: "ok" });
    else if (path === "/readyz" && isReady()) send(200, { status: "ready" });
    else if (path === "/readyz") send(503, { status: "not-ready" });
    else {
      const message = "The database is not there yet. Calls are routed all the same; try again in a moment.";
      send(503, { code: "unavailable", message, details: [], requestId });
    }
  };
