/** `since` is when the last word came, or when the trouble began. */
export type Connection = { kind: "connecting" } | { kind: "open" } | { kind: "lost"; since: number };

/** What an opened line reports. `gaveUp` says that it will not come back by itself. */
export type LineEvents = {
  opened: () => void;
  told: (data: string) => void;
  failed: (gaveUp: boolean) => void;
};

type Options<Message> = {
  open: (events: LineEvents) => { close: () => void };
  parse: (data: unknown) => Message;
  now: () => number;
  /** Runs a task later and returns what calls it off. */
  later: (task: () => void, delayMs: number) => () => void;
};

const retryMs = (failures: number): number => Math.min(30_000, 1000 * 2 ** (failures - 1));

/**
 * One stream of server-sent events that opens with its first listener and closes with its last.
 * The browser reconnects by itself after a broken line but gives up on an error status, so then we try again.
 */
export const createLiveStream = <Message>({ open, parse, now, later }: Options<Message>) => {
  const messageListeners = new Set<(message: Message) => void>();
  const reopenListeners = new Set<() => void>();
  const stateListeners = new Set<() => void>();
  let line: { close: () => void } | null = null;
  let connection: Connection = { kind: "connecting" };
  let hasBeenOpen = false;
  let failures = 0;
  let cancelRetry: (() => void) | null = null;

  const become = (next: Connection): void => {
    connection = next;
    for (const listener of stateListeners) listener();
  };

  const connect = (): void => {
    line = open({
      opened: () => {
        failures = 0;
        become({ kind: "open" });
        // What happened while the line was down was not told; whoever listens has to ask.
        if (hasBeenOpen) for (const listener of reopenListeners) listener();
        hasBeenOpen = true;
      },
      told: (data) => {
        const message = parse(JSON.parse(data));
        for (const listener of messageListeners) listener(message);
      },
      failed: (gaveUp) => {
        if (connection.kind !== "lost") become({ kind: "lost", since: now() });
        if (!gaveUp) return;
        failures += 1;
        cancelRetry = later(connect, retryMs(failures));
      },
    });
  };

  const disconnect = (): void => {
    cancelRetry?.();
    line?.close();
    line = null;
    hasBeenOpen = false;
    failures = 0;
    connection = { kind: "connecting" };
  };

  const add = <Listener>(listeners: Set<Listener>, listener: Listener): (() => void) => {
    listeners.add(listener);
    if (line === null) connect();
    return () => {
      listeners.delete(listener);
      if (messageListeners.size + reopenListeners.size + stateListeners.size === 0) disconnect();
    };
  };

  return {
    onMessage: (listener: (message: Message) => void) => add(messageListeners, listener),
    onReopen: (listener: () => void) => add(reopenListeners, listener),
    onState: (listener: () => void) => add(stateListeners, listener),
    getConnection: (): Connection => connection,
  };
};
