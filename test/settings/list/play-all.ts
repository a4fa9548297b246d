import type { Conductor } from "#world/conductor.ts";
import type { Played } from "./find-faults.ts";
import type { Scenarios } from "./scenario.ts";

/** What each scenario led to; its error where it led nowhere. */
export type Results = ReadonlyMap<string, Played | Error>;

type PlayOptions = {
  /** Whether the first value of a scenario is played twice: what differs then is not the setting's doing. */
  isPlayedTwice: (path: string) => boolean;
};

/** Plays everything side by side. */
export const playAll = async (
  { playAll: conduct }: Pick<Conductor<unknown, unknown>, "playAll">,
  scenarios: Scenarios,
  { isPlayedTwice }: PlayOptions,
): Promise<Results> => {
  const plays = Object.entries(scenarios).flatMap(([path, { values, play }]) =>
    (isPlayedTwice(path) ? [values[0], ...values] : values).map((value) => ({
      path,
      value,
      play: () => play(value),
    })),
  );
  const settled = await conduct(plays.map(({ play }) => play));
  const results = new Map<string, { value: unknown; outcome: string }[] | Error>();
  for (const [index, { path, value }] of plays.entries()) {
    const result = settled[index];
    const played = results.get(path) ?? [];
    if (result === undefined || played instanceof Error) continue;
    if (result.status === "rejected") results.set(path, result.reason as Error);
    else
      results.set(path, [...played, { value, outcome: JSON.stringify(result.value, null, 1) ?? "nothing" }]);
  }
  return results;
};
