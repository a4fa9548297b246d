import { z } from "zod";
import type { AgentTerms } from "#agent/agent.ts";

/** What a scenario tells of an agent. */
export const toldAgent = z.strictObject({
  wrapUpSeconds: z.number().default(30),
  lacks: z.array(z.string()).optional(),
});

export const toAgent = ({ wrapUpSeconds, lacks }: z.infer<typeof toldAgent>): AgentTerms => ({
  wrapUpSeconds,
  ...(lacks !== undefined && { lacks }),
});
