import { pino } from "pino";

// What a library hangs on its errors may hold anything: that of a REST client, the request with its credentials.
const shown = ["type", "message", "stack", "code", "syscall", "path", "address", "port", "status"] as const;
const shownOfDatabase = ["severity", "detail", "schema", "table", "column", "constraint", "routine"] as const;

/** An error as the log has it: what is known to be harmless of it, with its causes, and nothing else. */
export const toLoggedError = (error: unknown): unknown => {
  if (!(error instanceof Error)) return error;
  const held: Record<string, unknown> = pino.stdSerializers.err(error);
  const kept = [...shown, ...shownOfDatabase].flatMap((name) =>
    held[name] === undefined ? [] : [[name, held[name]] as const],
  );
  const logged = Object.fromEntries(kept);
  return error instanceof AggregateError ? { ...logged, errors: error.errors.map(toLoggedError) } : logged;
};
