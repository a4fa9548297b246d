import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A fixed address in front of servers that come and go, like a load balancer or a database's name. */
export type Relay = {
  port: number;
  /** Where new connections go from now on; null breaks those that are open and takes no new ones. */
  leadTo(port: number | null): void;
  close(): Promise<void>;
};

export const createRelay = async (): Promise<Relay> => {
  const open = new Set<Socket>();
  let target: number | null = null;

  const join = (from: Socket, to: Socket): void => {
    open.add(from);
    from.on("error", () => undefined);
    from.on("close", () => {
      open.delete(from);
      to.destroy();
    });
    from.pipe(to);
  };

  const breakAll = (): void => {
    for (const socket of open) socket.destroy();
  };

  const server = createServer((client) => {
    if (target === null) {
      client.on("error", () => undefined).destroy();
      return;
    }
    const onward = connect(target, "127.0.0.1");
    join(client, onward);
    join(onward, client);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");

  return {
    port: (server.address() as AddressInfo).port,
    leadTo: (port) => {
      target = port;
      if (port === null) breakAll();
    },
    close: async () => {
      breakAll();
      server.close();
      await once(server, "close");
    },
  };
};
