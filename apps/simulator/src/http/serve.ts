import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createRouter, writeReply, type Reply, type Route } from "./router.ts";

/** Makes a reply out of an error that a handler threw; undefined when the error is not one of its own. */
export type ToErrorReply = (error: unknown, pathname: string) => Reply;

const maxBodyBytes = 4_000_000;

/** An HTTP server over a table of routes, reachable from this machine only. */
export const createLoopbackServer = (routes: readonly Route[], toErrorReply: ToErrorReply): Server => {
  const find = createRouter(routes);
  const answer = async (incoming: IncomingMessage): Promise<Reply> => {
    const url = new URL(incoming.url ?? "/", "http://localhost");
    const method = incoming.method ?? "GET";
    try {
      const found = find(method, url.pathname);
      if (found === undefined) throw new NoRouteError(method, url.pathname);
      const body = await readBody(incoming);
      return await found.route.handle({ method, url, path: found.path, body, headers: incoming.headers });
    } catch (error) {
      return toErrorReply(error, url.pathname);
    }
  };
  return createServer((incoming: IncomingMessage, response: ServerResponse) => {
    void answer(incoming).then((reply) => writeReply(response, reply));
  });
};

export class NoRouteError extends Error {
  constructor(method: string, pathname: string) {
    super(`no resource for ${method} ${pathname}`);
  }
}

const readBody = async (incoming: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBodyBytes) throw new Error("the request body is too large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
};
