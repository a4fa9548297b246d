import { paths } from "#paths.ts";

let place = paths.calls();

/** Where the call log was last, filters included, so that a call leads back to the same list. */
export const callLogPlace = {
  note: (address: string): void => {
    place = address;
  },
  get: (): string => place,
};
