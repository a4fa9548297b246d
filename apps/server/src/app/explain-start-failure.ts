import { findDataDirFault } from "#data-dir-fault.ts";
import type { Env } from "#env.ts";

/** What whoever starts the server has to change; undefined where the failure is another one. */
export const explainStartFailure = (
  error: unknown,
  { port, dataDir }: Pick<Env, "port" | "dataDir">,
): string | undefined => {
  if (!(error instanceof Error)) return undefined;
  const { code, syscall, path } = error as NodeJS.ErrnoException;
  if (syscall === "listen" && code === "EADDRINUSE")
    return `Port ${port} is taken. End what uses it, or set PORT to another one.`;
  if (syscall === "listen" && code === "EACCES")
    return `This user may not open port ${port}. Set PORT to one above 1023.`;
  return path?.startsWith(dataDir) === true ? findDataDirFault(error) : undefined;
};
