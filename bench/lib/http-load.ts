import { connect, type Socket } from "node:net";

export type Request = { path: string; headers: Record<string, string>; body: string };

/** The exact bytes of a keep-alive POST, made before the clock runs. */
export const toBytes = ({ path, headers, body }: Request, host: string): Buffer => {
  const lines = Object.entries({ host, "content-length": String(Buffer.byteLength(body)), ...headers });
  return Buffer.from(
    `POST ${path} HTTP/1.1\r\n${lines.map(([k, v]) => `${k}: ${v}\r\n`).join("")}\r\n${body}`,
  );
};

/** One keep-alive connection that sends a request and resolves with the status when the whole answer is in. */
const openConnection = async (port: number) => {
  const socket: Socket = connect({ port, host: "127.0.0.1", noDelay: true });
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", () => resolve()).once("error", reject);
  });
  let received = "";
  let answered: ((status: number) => void) | undefined;
  socket.setEncoding("latin1");
  socket.on("data", (chunk: string) => {
    received += chunk;
    const end = received.indexOf("\r\n\r\n");
    if (end < 0) return;
    const length = Number(/content-length: (\d+)/i.exec(received.slice(0, end))?.[1] ?? 0);
    if (received.length < end + 4 + length) return;
    const status = Number(received.slice(9, 12));
    received = received.slice(end + 4 + length);
    answered?.(status);
  });
  let isOpen = true;
  socket.on("close", () => {
    isOpen = false;
    answered?.(0);
  });
  return {
    isOpen: () => isOpen,
    send: (bytes: Buffer): Promise<number> =>
      new Promise((resolve) => {
        answered = resolve;
        socket.write(bytes);
      }),
    close: () => socket.destroy(),
  };
};

export type LoadResult = { sent: number; notOk: number; seconds: number; latenciesMs: number[] };

/** Closed loop: `connections` callers, each sending its next request when the last was answered. */
export const runClosedLoop = async (
  port: number,
  requests: Buffer[],
  connections: number,
): Promise<LoadResult> => {
  const latenciesMs: number[] = [];
  let next = 0;
  let notOk = 0;
  const from = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const connection = await openConnection(port);
      for (let bytes = requests[next++]; bytes; bytes = requests[next++]) {
        const sentAt = performance.now();
        const status = await connection.send(bytes);
        latenciesMs.push(performance.now() - sentAt);
        if (status !== 200) notOk += 1;
      }
      connection.close();
    }),
  );
  return { sent: requests.length, notOk, seconds: (performance.now() - from) / 1000, latenciesMs };
};

/** Open loop: requests leave on a clock whether or not the last was answered; latency counts from the intended start. */
export const runOpenLoop = async (
  port: number,
  requests: Buffer[],
  perSecond: number,
): Promise<LoadResult> => {
  const idle: Awaited<ReturnType<typeof openConnection>>[] = [];
  const latenciesMs: number[] = [];
  const pending: Promise<void>[] = [];
  let notOk = 0;
  const from = performance.now();
  const fire = async (bytes: Buffer, intendedAt: number) => {
    let connection = idle.pop();
    // The server closes what stays idle for long.
    while (connection?.isOpen() === false) connection = idle.pop();
    connection ??= await openConnection(port);
    const status = await connection.send(bytes);
    latenciesMs.push(performance.now() - intendedAt);
    if (status !== 200) notOk += 1;
    idle.push(connection);
  };
  for (const [index, bytes] of requests.entries()) {
    const intendedAt = from + (index * 1000) / perSecond;
    const wait = intendedAt - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    pending.push(fire(bytes, intendedAt));
  }
  await Promise.all(pending);
  for (const connection of idle) connection.close();
  return { sent: requests.length, notOk, seconds: (performance.now() - from) / 1000, latenciesMs };
};
