import { createServer, type RequestListener, type Server } from "node:http";

/** Opens the port; rejects with EADDRINUSE when somebody else has it. */
export const listen = async (port: number, handle: RequestListener): Promise<Server> => {
  const server = createServer(handle);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, resolve);
  });
  return server;
};

export const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    // Streams to the console would hold the server open for ever.
    server.closeAllConnections();
  });
