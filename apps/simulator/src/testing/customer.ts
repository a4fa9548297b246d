import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A request that reached the customer. */
export type Received = {
  readonly method: string;
  readonly path: string;
  /** As the customer's server saw it, query included. */
  readonly url: string;
  readonly params: { readonly [name: string]: string };
  readonly signature: string;
  readonly idempotencyToken: string | undefined;
};

export type CustomerAnswer =
  | string
  | { readonly status: number; readonly type?: string; readonly body?: string; readonly location?: string };

/** A customer's server that answers TwiML and remembers what it was asked. */
export type Customer = {
  readonly url: string;
  readonly received: Received[];
  close(): Promise<void>;
};

/** Starts a customer; `answer` gives TwiML (without its root) or a whole response. */
export const startCustomer = async (answer: (request: Received) => CustomerAnswer): Promise<Customer> => {
  const received: Received[] = [];
  const server = createServer((incoming, response) => {
    let body = "";
    incoming.on("data", (chunk: Buffer) => (body += chunk.toString("utf8")));
    incoming.on("end", () => {
      const url = new URL(incoming.url ?? "/", `http://${incoming.headers.host}`);
      const request: Received = {
        method: incoming.method ?? "",
        path: url.pathname,
        url: url.href,
        params: Object.fromEntries(incoming.method === "GET" ? url.searchParams : new URLSearchParams(body)),
        signature: String(incoming.headers["x-twilio-signature"]),
        idempotencyToken: incoming.headers["i-twilio-idempotency-token"]?.toString(),
      };
      received.push(request);
      const answered = answer(request);
      if (typeof answered === "string")
        response.writeHead(200, { "content-type": "text/xml" }).end(`<Response>${answered}</Response>`);
      else
        response
          .writeHead(answered.status, {
            "content-type": answered.type ?? "text/xml",
            ...(answered.location === undefined ? {} : { location: answered.location }),
          })
          .end(answered.body ?? "");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
