import type { Routes } from "#http/implementation.ts";
import { archiveAgentGroup } from "./archive-agent-group.ts";
import { archiveAgentGroups } from "./archive-agent-groups.ts";
import { createAgentGroup } from "./create-agent-group.ts";
import { exportAgentGroups } from "./export-agent-groups.ts";
import { getAgentGroup } from "./get-agent-group.ts";
import { getAgentGroupMembers } from "./get-agent-group-members.ts";
import { listAgentGroups } from "./list-agent-groups.ts";
import { putAgentGroupMembers } from "./put-agent-group-members.ts";
import { updateAgentGroup } from "./update-agent-group.ts";
import { updateAgentGroups } from "./update-agent-groups.ts";

export const agentGroupRoutes: Routes<
  | "listAgentGroups"
  | "exportAgentGroups"
  | "createAgentGroup"
  | "getAgentGroup"
  | "updateAgentGroup"
  | "updateAgentGroups"
  | "archiveAgentGroup"
  | "archiveAgentGroups"
  | "getAgentGroupMembers"
  | "putAgentGroupMembers"
> = {
  listAgentGroups: ({ deps, ctx, input }) => listAgentGroups({ pools: deps.pools, ctx, input: input.query }),
  exportAgentGroups: ({ deps, ctx, input }) =>
    Promise.resolve(exportAgentGroups({ pools: deps.pools, ctx, input: input.query, now: deps.clock.now() })),
  createAgentGroup: ({ deps, ctx, input }) => createAgentGroup({ pools: deps.pools, ctx, input: input.body }),
  getAgentGroup: ({ deps, ctx, input }) => getAgentGroup({ pools: deps.pools, ctx, input: input.params }),
  updateAgentGroup: ({ deps, ctx, input }) =>
    updateAgentGroup({ pools: deps.pools, ctx, input: { id: input.params.id, patch: input.body } }),
  updateAgentGroups: ({ deps, ctx, input }) =>
    updateAgentGroups({ pools: deps.pools, ctx, input: input.body }),
  archiveAgentGroup: ({ deps, ctx, input }) =>
    archiveAgentGroup({ pools: deps.pools, ctx, input: input.params }),
  archiveAgentGroups: ({ deps, ctx, input }) =>
    archiveAgentGroups({ pools: deps.pools, ctx, input: input.body }),
  getAgentGroupMembers: ({ deps, ctx, input }) =>
    getAgentGroupMembers({ pools: deps.pools, ctx, input: input.params }),
  putAgentGroupMembers: ({ deps, ctx, input }) =>
    putAgentGroupMembers({ pools: deps.pools, ctx, input: { ...input.params, ...input.body } }),
};
