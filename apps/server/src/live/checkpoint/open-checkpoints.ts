import { createQueues } from "#live/disk/queues.ts";
import { type SealedFolderOptions, openSealedFolder } from "#live/disk/sealed-folder.ts";
import { fromDocumentLines, toDocumentLines } from "./document-lines.ts";

/** A JSON document of the live state, with the sequence of the last journal record that it contains. */
export type Checkpoint = { sequence: number; state: unknown };

export type CheckpointStore = {
  /** What was there at the start; undefined where nothing was or nothing was readable: begin before the first record. */
  found: Checkpoint | undefined;
  /**
   * Resolves when the checkpoint is durable; the one before is kept. Saves happen in the order they are asked for.
   * Long lists of the state are written slice by slice, so what they hold must not change meanwhile.
   */
  save: (checkpoint: Checkpoint) => Promise<void>;
};

const NAME = "checkpoint";

/** Opens the folder of checkpoints; a damaged one is logged and the one before it is used. */
export const openCheckpoints = async (options: SealedFolderOptions): Promise<CheckpointStore> => {
  const { found, save } = await openSealedFolder(options);
  const bytes = found.get(NAME);
  const enqueue = createQueues();
  return {
    found: bytes && (fromDocumentLines(bytes) as Checkpoint),
    save: ({ sequence, state }) => {
      const lines = toDocumentLines({ sequence, state });
      return enqueue(NAME, () => save(NAME, lines));
    },
  };
};
