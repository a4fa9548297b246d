import type { CallTruth, LegTruth } from "@ccp/simulator";

/** The phones of each dial of a call that rang more than one. */
export const listRings = ({ children }: CallTruth): LegTruth[][] =>
  [...new Set(children.map(({ dial }) => dial))]
    .map((dial) => children.filter((leg) => leg.dial === dial))
    .filter((legs) => legs.length > 1);
