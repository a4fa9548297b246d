import type { IncomingMessage, ServerResponse } from "node:http";

export type Request = {
  readonly method: string;
  readonly url: URL;
  /** What the pattern's `:names` matched. */
  readonly path: { readonly [name: string]: string };
  readonly body: string;
  readonly headers: IncomingMessage["headers"];
};

export type Reply =
  | {
      readonly kind: "json";
      readonly status: number;
      readonly value: unknown;
      readonly headers?: Record<string, string>;
    }
  | { readonly kind: "empty"; readonly status: number }
  /** The handler writes the response itself. */
  | { readonly kind: "stream"; readonly write: (response: ServerResponse) => void };

export type Route = {
  readonly method: string;
  /** A path with `:names`, such as `/simulator/calls/:sid`. */
  readonly pattern: string;
  readonly handle: (request: Request) => Reply | Promise<Reply>;
};

export type FoundRoute = { readonly route: Route; readonly path: { readonly [name: string]: string } };

/** Finds the route of a request. */
export const createRouter = (
  routes: readonly Route[],
): ((method: string, pathname: string) => FoundRoute | undefined) => {
  const compiled = routes.map((route) => ({
    route,
    expression: new RegExp(
      `^${route.pattern.replaceAll(/[.+]/g, String.raw`\$&`).replaceAll(/:(\w+)/g, "(?<$1>[^/]+?)")}$`,
    ),
  }));
  return (method, pathname) => {
    for (const { route, expression } of compiled) {
      if (route.method !== method) continue;
      const match = expression.exec(pathname);
      if (match !== null) return { route, path: { ...match.groups } };
    }
    return undefined;
  };
};

export const json = (value: unknown, status = 200): Reply => ({ kind: "json", status, value });

/** Writes a reply. */
export const writeReply = (response: ServerResponse, reply: Reply): void => {
  switch (reply.kind) {
    case "stream":
      reply.write(response);
      return;
    case "empty":
      response.writeHead(reply.status).end();
      return;
    case "json":
      response.writeHead(reply.status, { "content-type": "application/json", ...reply.headers });
      response.end(JSON.stringify(reply.value));
  }
};
