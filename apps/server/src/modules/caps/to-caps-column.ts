import type { Cap } from "@ccp/engine";

/** No caps are no document; what is undefined stays as it is. */
export const toCapsColumn = (caps: readonly Cap[] | undefined): readonly Cap[] | null | undefined =>
  caps !== undefined && caps.length === 0 ? null : caps;
