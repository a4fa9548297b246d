import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const keptSecrets = z.object({ sessionSecret: z.string().min(32), encryptionKey: z.string().min(32) });

export type KeptSecrets = z.infer<typeof keptSecrets>;

export class DamagedSecretsError extends Error {
  constructor(file: string, cause: unknown) {
    super(`${file} is damaged. Restore it: without its keys, what they sealed cannot be read.`, { cause });
    this.name = "DamagedSecretsError";
  }
}

const makeSecret = (): string => randomBytes(32).toString("base64url");

/**
 * The installation's own secrets, made on the first start; of several first starts at once one wins. Throws
 * DamagedSecretsError, or what the system says where it does not let the file be read or made.
 */
export const getKeptSecrets = (dataDir: string): KeptSecrets => {
  const file = path.join(dataDir, "secrets.json");
  const read = (): KeptSecrets => keptSecrets.parse(JSON.parse(readFileSync(file, "utf8")));
  try {
    return read();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // What the system refuses says nothing about the file: another user may own it.
    if (code !== undefined && code !== "ENOENT") throw error;
    if (code === undefined) throw new DamagedSecretsError(file, error);
  }
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  // Written aside first: a crash in between must not leave half a file under the name.
  const staging = `${file}.${randomBytes(4).toString("hex")}`;
  const made: KeptSecrets = { sessionSecret: makeSecret(), encryptionKey: makeSecret() };
  writeFileSync(staging, `${JSON.stringify(made)}\n`, { mode: 0o600 });
  try {
    linkSync(staging, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(staging);
  }
  return read();
};
