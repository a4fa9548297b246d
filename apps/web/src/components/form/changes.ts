type Fields = Record<string, unknown>;

// Fields hold what JSON can hold, and both sides were made by the same form, so the keys stand in the same order.
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The keys under which two states of one form differ. */
export const listChangedKeys = (before: Fields, after: Fields): string[] =>
  Object.keys(after).filter((key) => !isSame(before[key], after[key]));

export const pickKeys = <Body extends Fields>(body: Body, keys: readonly string[]): Partial<Body> =>
  Object.fromEntries(Object.entries(body).filter(([key]) => keys.includes(key))) as Partial<Body>;

export type Side = "mine" | "theirs";

/** A field that changed on either side since the form was opened. `side` null: both did, and somebody has to choose. */
export type Clash = { key: string; was: unknown; mine: unknown; theirs: unknown; side: Side | null };

type Versions = { was: Fields; mine: Fields; theirs: Fields };

/** Every field changed by anybody; what only one of the two touched is settled, and what both set alike is no matter. */
export const listClashes = ({ was, mine, theirs }: Versions): Clash[] => {
  const byMe = listChangedKeys(was, mine);
  const byThem = listChangedKeys(was, theirs);
  return Object.keys(mine)
    .filter((key) => byMe.includes(key) || byThem.includes(key))
    .filter((key) => !isSame(mine[key], theirs[key]))
    .map((key) => {
      const isBoth = byMe.includes(key) && byThem.includes(key);
      const side = isBoth ? null : byMe.includes(key) ? "mine" : "theirs";
      return { key, was: was[key], mine: mine[key], theirs: theirs[key], side };
    });
};

/** Whether somebody else changed any of these fields; a change elsewhere, such as of the status, is no matter here. */
export const isTouched = (versions: Versions): boolean =>
  listClashes(versions).some(({ side }) => side !== "mine");
