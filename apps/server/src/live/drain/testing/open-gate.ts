import net from "node:net";

/** A TCP connection to PostgreSQL that a test can cut or stop. */
export type Gate = {
  url: string;
  /** Breaks all connections; new ones are refused until `open`. */
  cut(): void;
  /** Nothing comes back any more, though everything is still delivered and carried out. */
  holdAnswers(): void;
  /** Nothing goes through in either direction, and nothing is refused. */
  freeze(): void;
  open(): void;
  close(): Promise<void>;
};

/** Stands between a pool and PostgreSQL. */
export const openGate = async (serverUrl: string): Promise<Gate> => {
  const target = new URL(serverUrl);
  const pairs = new Set<{ client: net.Socket; server: net.Socket }>();
  let mode: "open" | "cut" | "answers-held" | "frozen" = "open";

  const apply = (): void => {
    for (const { client, server } of pairs) {
      if (mode === "cut") {
        client.destroy();
        server.destroy();
      }
      if (mode === "frozen") client.pause();
      else client.resume();
      if (mode === "open") server.resume();
      else server.pause();
    }
  };

  const proxy = net.createServer((client) => {
    const server = net.connect(Number(target.port), target.hostname);
    const pair = { client, server };
    pairs.add(pair);
    const end = (): void => {
      pairs.delete(pair);
      client.destroy();
      server.destroy();
    };
    for (const socket of [client, server]) socket.on("close", end).on("error", end);
    client.on("data", (data) => server.write(data));
    server.on("data", (data) => client.write(data));
    apply();
  });
  await new Promise<void>((resolve) => {
    proxy.listen(0, "127.0.0.1", resolve);
  });
  const url = new URL(serverUrl);
  url.hostname = "127.0.0.1";
  url.port = String((proxy.address() as net.AddressInfo).port);
  const switchTo = (next: typeof mode) => (): void => {
    mode = next;
    apply();
  };

  return {
    url: url.toString(),
    cut: switchTo("cut"),
    holdAnswers: switchTo("answers-held"),
    freeze: switchTo("frozen"),
    open: switchTo("open"),
    close: async () => {
      mode = "cut";
      apply();
      await new Promise((resolve) => {
        proxy.close(resolve);
      });
    },
  };
};
