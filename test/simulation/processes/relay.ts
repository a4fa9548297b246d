import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import type { TestContext } from "vitest";

/** A fixed address in front of servers that come and go, like a load balancer or a database's name. */
export type Relay = {
  port: number;
  /** Where connections go from now on; null breaks those that are open and refuses new ones. */
  leadTo(port: number | null): void;
};

const retryMs = 50;
const patienceMs = 10_000;

export const createRelay = async ({ onTestFinished }: TestContext): Promise<Relay> => {
  const open = new Set<Socket>();
  let target: number | null = null;

  const hold = (socket: Socket): Socket => {
    open.add(socket);
    return socket.on("error", () => undefined).on("close", () => open.delete(socket));
  };

  /** Nobody at the target is a pause between two servers, and whoever asks waits for the next one. */
  const lead = (client: Socket, until: number): void => {
    if (client.destroyed) return;
    if (target === null || Date.now() > until) {
      client.destroy();
      return;
    }
    const onward = hold(connect(target, "127.0.0.1"));
    const retry = (): void => {
      setTimeout(() => lead(client, until), retryMs);
    };
    onward.once("error", retry);
    onward.once("connect", () => {
      onward.off("error", retry).on("close", () => client.destroy());
      client.on("close", () => onward.destroy());
      client.pipe(onward).pipe(client);
    });
  };

  const server = createServer((client) => lead(hold(client), Date.now() + patienceMs));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const breakAll = (): void => {
    for (const socket of open) socket.destroy();
  };
  onTestFinished(() => {
    target = null;
    breakAll();
    server.close();
  });

  return {
    port: (server.address() as AddressInfo).port,
    leadTo: (port) => {
      target = port;
      if (port === null) breakAll();
    },
  };
};
