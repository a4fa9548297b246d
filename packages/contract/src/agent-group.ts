import { z } from "zod";
import { listedAgent } from "./agent.ts";
import { name, settableStatus, status, time, uuid, version } from "./fields.ts";
import { nounQuery, page, sortOf } from "./page.ts";

const fields = {
  name,
  /** While it is paused, no plan that lists it offers calls to its members. */
  status: settableStatus,
};

export const createAgentGroupBody = z.strictObject({ ...fields, status: fields.status.default("active") });

export type CreateAgentGroup = z.infer<typeof createAgentGroupBody>;

export const updateAgentGroupBody = z.strictObject({ ...fields, version }).partial();

export type UpdateAgentGroup = z.infer<typeof updateAgentGroupBody>;

export const listAgentGroupsQuery = z.strictObject({
  ...nounQuery,
  sort: sortOf(["name", "status", "createdAt", "updatedAt"]).default("name"),
});

export type ListAgentGroupsQuery = z.infer<typeof listAgentGroupsQuery>;

/** Agents of whom the one who has been idle for longest takes the call. */
export const agentGroup = z.strictObject({
  id: uuid,
  name: z.string(),
  status,
  memberCount: z.number(),
  /** Plans in service that list it. */
  planCount: z.number(),
  version: z.number(),
  createdAt: time,
  updatedAt: time,
});

export type AgentGroup = z.infer<typeof agentGroup>;

export const agentGroupPage = page(agentGroup);

export const putAgentGroupMembersBody = z.strictObject({
  /** The group's, as the members were read with it. */
  version: version.optional(),
  items: z
    .array(z.strictObject({ agentId: uuid }))
    .max(200)
    .superRefine((items, check) => {
      for (const [index, { agentId }] of items.entries()) {
        if (items.findIndex((other) => other.agentId === agentId) === index) continue;
        const message = "This agent is in the group already.";
        check.addIssue({ code: "custom", path: [index, "agentId"], message });
      }
    }),
});

export type PutAgentGroupMembers = z.infer<typeof putAgentGroupMembersBody>;

/** In the group's order, which breaks ties. */
export const agentGroupMembers = z.strictObject({ items: z.array(listedAgent), version: z.number() });

export type AgentGroupMembers = z.infer<typeof agentGroupMembers>;
