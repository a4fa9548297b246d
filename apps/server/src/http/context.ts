import type { Role } from "@ccp/contract";

/** Who does something: a person, a program with an API key, or the product itself. */
export type Actor = { kind: "user" | "api-key" | "system"; id: string };

/** On whose behalf a verb runs: every query is scoped by its account. */
export type Context = {
  accountId: string;
  actor: Actor;
  role: Role;
  /** Null for what no request asked for. */
  requestId: string | null;
};
