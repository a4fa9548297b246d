import { hash, verify } from "@node-rs/argon2";

const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashing is heavy: more of it at a time would take threads and cores from the calls. */
const hashesMax = 2;

let running = 0;
const waiting: (() => void)[] = [];

const takeTurn = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  if (running < hashesMax) running += 1;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
};

/** Kept for users who sign in by other means: no password has it. */
export const noPasswordHash = "";

export const hashPassword = (password: string): Promise<string> => takeTurn(() => hash(password, cost));

// Of a random password that nobody kept, at the same cost.
const decoy =
  "$argon2id$v=19$m=19456,t=2,p=1$POykOpTW/2wRGPTVMn3ULg$+g4BHbUYh1D8YHJCUPr0NgtSTis9v1S2Ixdjj/c8ApI";

/** Whether the password is right; without a hash to compare with it takes as long and says no. */
export const isPassword = async (password: string, passwordHash: string | undefined): Promise<boolean> => {
  const known = passwordHash !== undefined && passwordHash !== noPasswordHash;
  const compared = known ? passwordHash : decoy;
  const isRight = await takeTurn(() => verify(compared, password));
  return known && isRight;
};
