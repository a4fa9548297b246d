/** What a setting is set to, and what people then experience. */
export type Scenario = {
  /** Two or more; undefined leaves the setting out. Every one of them must lead to something else. */
  values: readonly unknown[];
  /** Sets it to that value, and nothing else to anything else; answers with what came of it. */
  play: (value: unknown) => Promise<unknown>;
};

/** Scenarios by the path of their setting. */
export type Scenarios = Readonly<Record<string, Scenario>>;
