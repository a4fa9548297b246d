import type { Revenue } from "@ccp/contract";
import { invalidField } from "#http/app-error.ts";

type Ringing = { target: { name: string; revenue: Revenue }; path: string };

const isForDial = (revenue: Revenue): boolean =>
  "conversion" in revenue && revenue.conversion.kind === "dialled";

/** Refuses whom a call would owe for the dial alone among those who ring at once: a call has one paying buyer. */
export const requireNoDialConversion = (ringing: readonly Ringing[]): void => {
  const paying = ringing.find(({ target }) => isForDial(target.revenue));
  if (paying === undefined) return;
  const { target, path } = paying;
  throw invalidField(
    path,
    `${target.name} converts on the dial; who rings at once with others has to convert on the connection or later.`,
  );
};
