/** Ended calls as a checkpoint keeps them: of each generation its start (epoch ms) and its ids, packed. */
export type EndedDocument = readonly { since: number; blocks: readonly string[] }[];

/** Which calls are over: the newest of them, in little memory, long after everything else of them is forgotten. */
export type EndedCalls = {
  add(callId: string, endedAt: number): void;
  has(callId: string): boolean;
  /** The ids in blocks that do not change any more. */
  checkpoint(): EndedDocument;
  restore(document: EndedDocument): void;
};

type Generation = { since: number; ids: Set<string>; blocks: string[]; rest: string[] };

// A generation is begun when the one before is this old or this large; the one before that goes.
const generationMs = 24 * 3_600_000;
const generationMax = 500_000;
const blockSize = 250;
const idLength = 22;

/** The 16 bytes of a UUID in 22 letters. */
const pack = (callId: string): string => Buffer.from(callId.replaceAll("-", ""), "hex").toString("base64url");

const createGeneration = (since: number): Generation => ({ since, ids: new Set(), blocks: [], rest: [] });

const put = (generation: Generation, id: string): void => {
  generation.ids.add(id);
  generation.rest.push(id);
  if (generation.rest.length === blockSize) generation.blocks.push(generation.rest.splice(0).join(""));
};

const toGeneration = ({ since, blocks }: EndedDocument[number]): Generation => {
  const generation = createGeneration(since);
  for (const block of blocks) {
    for (let from = 0; from < block.length; from += idLength) {
      put(generation, block.slice(from, from + idLength));
    }
  }
  return generation;
};

/** Keeps each ended call for a day at least, unless more than half a million ended after it. */
export const createEndedCalls = (): EndedCalls => {
  let generations: Generation[] = [];
  const isHeld = (id: string): boolean => generations.some(({ ids }) => ids.has(id));

  return {
    add: (callId, endedAt) => {
      const id = pack(callId);
      if (isHeld(id)) return;
      let [newest] = generations;
      const isOver =
        newest === undefined || newest.ids.size >= generationMax || endedAt - newest.since >= generationMs;
      if (newest === undefined || isOver) {
        newest = createGeneration(endedAt);
        generations = [newest, ...generations.slice(0, 1)];
      }
      put(newest, id);
    },
    has: (callId) => isHeld(pack(callId)),
    checkpoint: () =>
      generations.map(({ since, blocks, rest }) => ({ since, blocks: [...blocks, rest.join("")] })),
    restore: (document) => {
      generations = document.map(toGeneration);
    },
  };
};
