/** One 32-bit number from a text, mixed further at each call (xmur3). */
const createHash = (text: string): (() => number) => {
  let hash = 1779033703 ^ text.length;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 3432918353);
    hash = (hash << 13) | (hash >>> 19);
  }
  return () => {
    hash = Math.imul(hash ^ (hash >>> 16), 2246822507);
    hash = Math.imul(hash ^ (hash >>> 13), 3266489909);
    hash ^= hash >>> 16;
    return hash >>> 0;
  };
};

/**
 * Numbers in [0, 1) that look random and depend on the seed alone (sfc32).
 * Law: the same seed gives the same sequence on every machine. Not for secrets.
 */
export const createRandom = (seed: string): (() => number) => {
  const hash = createHash(seed);
  let a = hash() | 0;
  let b = hash() | 0;
  let c = hash() | 0;
  let counter = hash() | 0;
  return () => {
    const mixed = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + mixed) | 0;
    return (mixed >>> 0) / 4294967296;
  };
};
