import { join } from "node:path";
import type { Sealer } from "#sealing.ts";
import { type AsyncFiles, asyncNodeFiles } from "./async-files.ts";
import type { Log } from "./log.ts";
import { openSealedFile, toSealedFile } from "./sealed-file.ts";

export type SealedFolderOptions = { dir: string; sealer: Sealer; log: Log; files?: AsyncFiles };

/** Documents by name, each in its newest two generations. */
export type SealedFolder = {
  /** What was there when the folder was opened: the newest readable generation of each document. */
  found: ReadonlyMap<string, Buffer>;
  /**
   * Writes the document part by part, and lets others work in between. Resolves when it is durable. One save or
   * removal of a document must be over before the next.
   */
  save: (name: string, parts: Iterable<Buffer>) => Promise<void>;
  remove: (name: string) => Promise<void>;
};

/** Numbers of a document's generations, oldest first. */
type Generations = Map<string, readonly number[]>;
type Context = { dir: string; sealer: Sealer; log: Log; files: AsyncFiles; generations: Generations };

const NAME = /^([\w-]+)\.(\d+)\.sealed$/;
const READ_AT_ONCE = 32;
const GENERATIONS_KEPT = 2;

const toFileName = (name: string, generation: number): string => `${name}.${generation}.sealed`;

const listGenerations = (fileNames: readonly string[]): Generations => {
  const generations: Generations = new Map();
  for (const fileName of fileNames) {
    const [, name, generation] = NAME.exec(fileName) ?? [];
    if (name === undefined) continue;
    const numbers = [...(generations.get(name) ?? []), Number(generation)];
    generations.set(
      name,
      numbers.toSorted((a, b) => a - b),
    );
  }
  return generations;
};

const findNewest = async (context: Context, name: string): Promise<Buffer | undefined> => {
  const { dir, sealer, log, files, generations } = context;
  for (const generation of (generations.get(name) ?? []).toReversed()) {
    const fileName = toFileName(name, generation);
    const path = join(dir, fileName);
    const plain = openSealedFile(sealer, fileName, path, await files.read(path));
    if (plain) return plain;
    log.error({ file: path }, "a sealed file is damaged, the generation before it is used");
  }
  return undefined;
};

const findAll = async (context: Context): Promise<Map<string, Buffer>> => {
  const found = new Map<string, Buffer>();
  const wanted = [...context.generations.keys()];
  for (let from = 0; from < wanted.length; from += READ_AT_ONCE) {
    const slice = wanted.slice(from, from + READ_AT_ONCE);
    const read = await Promise.all(
      slice.map(async (name) => [name, await findNewest(context, name)] as const),
    );
    for (const [name, plain] of read) if (plain) found.set(name, plain);
  }
  return found;
};

const write = async (context: Context, name: string, parts: Iterable<Buffer>): Promise<void> => {
  const { dir, sealer, files, generations } = context;
  const known = generations.get(name) ?? [];
  const generation = (known.at(-1) ?? 0) + 1;
  const fileName = toFileName(name, generation);
  const draft = join(dir, `${fileName}.draft`);
  await files.writeSynced(draft, toSealedFile(sealer, fileName, parts));
  await files.rename(draft, join(dir, fileName));
  await files.syncDir(dir);
  const all = [...known, generation];
  generations.set(name, all.slice(-GENERATIONS_KEPT));
  for (const old of all.slice(0, -GENERATIONS_KEPT)) await files.unlink(join(dir, toFileName(name, old)));
};

const erase = async ({ dir, files, generations }: Context, name: string): Promise<void> => {
  // Oldest first, each removal durable: an interrupted removal must not bring an older generation back.
  for (const generation of generations.get(name) ?? []) {
    await files.unlink(join(dir, toFileName(name, generation)));
    await files.syncDir(dir);
  }
  generations.delete(name);
};

/**
 * Opens a folder of sealed documents and reads them; a damaged generation is logged and the one before is used.
 * A new generation is durable before an older one goes, so at every moment a whole one is there.
 * Rejects when a newer release wrote a file or no key opens it.
 */
export const openSealedFolder = async (options: SealedFolderOptions): Promise<SealedFolder> => {
  const { dir, sealer, log, files = asyncNodeFiles } = options;
  await files.makeDir(dir);
  const fileNames = await files.list(dir);
  const context = { dir, sealer, log, files, generations: listGenerations(fileNames) };
  for (const draft of fileNames.filter((name) => name.endsWith(".draft"))) {
    await files.unlink(join(dir, draft));
  }
  return {
    found: await findAll(context),
    save: (name, parts) => write(context, name, parts),
    remove: (name) => erase(context, name),
  };
};
