import type { Logger } from "pino";
import type { App } from "#app.ts";
import type { Clock } from "#clock.ts";
import { createSignInLink } from "#modules/accounts/sign-in-link.ts";
import { keepTrying } from "./keep-trying.ts";

type TellOptions = {
  publicUrl: string;
  clock: Clock;
  log: Pick<Logger, "error">;
  /** Gives up. */
  signal: AbortSignal;
  say: (text: string) => void;
};

const triesMax = 5;

/** Says where the product is open, and how its owner signs in or whoever comes first sets it up. Calls do not wait for it, so it never rejects. */
export const tellAddress = async ({ opened, pools }: Pick<App, "opened" | "pools">, options: TellOptions) => {
  const { publicUrl, clock, log, signal, say } = options;
  const welcome = await opened;
  if (signal.aborted) return;
  say(`\nCallCenter Pro is open at ${publicUrl}`);
  if (welcome === null) return;
  const { owner, setUpToken } = welcome;
  if (setUpToken !== null) say(`Set it up, once: ${publicUrl}/set-up?token=${setUpToken}\n`);
  if (owner === null) return;
  const failure = "the sign-in link could not be made";
  const makeLink = () => createSignInLink({ pools, ...owner });
  const token = await keepTrying(makeLink, { clock, log, signal, failure, triesMax });
  if (token !== undefined) say(`Sign in once, within 15 minutes: ${publicUrl}/sign-in/link?token=${token}\n`);
};
