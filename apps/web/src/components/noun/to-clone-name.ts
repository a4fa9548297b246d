const nameLengthMax = 120;
const suffix = " (copy)";

/** A name for the copy that the contract takes. */
export const toCloneName = (name: string): string =>
  `${name.slice(0, nameLengthMax - suffix.length)}${suffix}`;
