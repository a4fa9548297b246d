const hints: Readonly<Record<string, string>> = {
  EACCES: " Start as the user whose it is, or name another folder.",
  EPERM: " Start as the user whose it is, or name another folder.",
  ENOSPC: " Make room on the disk, or name another folder.",
};

/** Why the data folder cannot be used, for whoever starts the server; undefined where the system did not refuse it. */
export const findDataDirFault = (error: unknown): string | undefined => {
  if (!(error instanceof Error)) return undefined;
  const { code, path, message } = error as NodeJS.ErrnoException;
  if (code === undefined || path === undefined) return undefined;
  return `DATA_DIR cannot be used: ${message}.${hints[code] ?? ""}`;
};
