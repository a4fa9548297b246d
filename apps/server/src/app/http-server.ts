import { createServer, type RequestListener, type Server } from "node:http";
import type { Log } from "#live/disk/log.ts";

// Proxies keep connections for up to 60 s: one that is closed here just as a webhook comes on it would lose that.
const keepAliveMs = 75_000;

/** Opens the port; rejects with EADDRINUSE when somebody else has it. */
export const listen = async (
  port: number,
  handle: RequestListener,
  log: Pick<Log, "error">,
): Promise<Server> => {
  const server = createServer({ keepAliveTimeout: keepAliveMs }, handle);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, resolve);
  });
  // Unheard, a connection that cannot be accepted would end the process.
  server.on("error", (error) => log.error({ err: error }, "the port has trouble"));
  return server;
};

export const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    // Streams to the console would hold the server open for ever.
    server.closeAllConnections();
  });
