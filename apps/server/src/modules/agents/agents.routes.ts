import type { Routes } from "#http/implementation.ts";
import { archiveAgent } from "./archive-agent.ts";
import { archiveAgents } from "./archive-agents.ts";
import { createAgent } from "./create-agent.ts";
import { exportAgents } from "./export-agents.ts";
import { getAgent } from "./get-agent.ts";
import { listAgentEvents } from "./list-agent-events.ts";
import { listAgentSkills } from "./list-agent-skills.ts";
import { listAgentStatuses } from "./list-agent-statuses.ts";
import { listAgents } from "./list-agents.ts";
import { setAgentStatus } from "./set-agent-status.ts";
import { updateAgent } from "./update-agent.ts";
import { updateAgents } from "./update-agents.ts";

export const agentRoutes: Routes<
  | "listAgents"
  | "exportAgents"
  | "createAgent"
  | "getAgent"
  | "updateAgent"
  | "updateAgents"
  | "archiveAgent"
  | "archiveAgents"
  | "listAgentStatuses"
  | "listAgentSkills"
  | "setAgentStatus"
  | "listAgentEvents"
> = {
  listAgents: ({ deps, ctx, input }) => listAgents({ pools: deps.pools, ctx, input: input.query }),
  exportAgents: ({ deps, ctx, input }) =>
    Promise.resolve(exportAgents({ pools: deps.pools, ctx, input: input.query, now: deps.clock.now() })),
  createAgent: ({ deps, ctx, input }) => createAgent({ pools: deps.pools, ctx, input: input.body }),
  getAgent: ({ deps, ctx, input }) => getAgent({ pools: deps.pools, ctx, input: input.params }),
  updateAgent: ({ deps, ctx, input }) =>
    updateAgent({ pools: deps.pools, ctx, input: { id: input.params.id, patch: input.body } }),
  updateAgents: ({ deps, ctx, input }) => updateAgents({ pools: deps.pools, ctx, input: input.body }),
  archiveAgent: ({ deps, ctx, input }) => archiveAgent({ pools: deps.pools, ctx, input: input.params }),
  archiveAgents: ({ deps, ctx, input }) => archiveAgents({ pools: deps.pools, ctx, input: input.body }),
  listAgentStatuses: ({ deps, ctx, input }) =>
    listAgentStatuses({
      pools: deps.pools,
      ctx,
      input: input.query,
      capacity: deps.capacity,
      now: deps.clock.now(),
    }),
  listAgentSkills: ({ deps, ctx }) => listAgentSkills({ pools: deps.pools, ctx }),
  setAgentStatus: ({ deps, ctx, input }) =>
    setAgentStatus({
      pools: deps.pools,
      ctx,
      input: { ...input.params, ...input.body },
      capacity: deps.capacity,
      now: deps.clock.now(),
    }),
  listAgentEvents: ({ deps, ctx, input }) =>
    listAgentEvents({ pools: deps.pools, ctx, input: { ...input.params, ...input.query } }),
};
