import type { Pools } from "#db/client.ts";
import type { Context } from "#http/context.ts";
import { createAgentGroup } from "#modules/agent-groups/create-agent-group.ts";
import { putAgentGroupMembers } from "#modules/agent-groups/put-agent-group-members.ts";
import { createAgent } from "#modules/agents/create-agent.ts";

/** An agent in a group, beside an agent and a group that nothing uses. */
export const furnishAgents = async (using: { pools: Pools; ctx: Context }, tag: string) => {
  const makeAgent = (name: string, address: string) =>
    createAgent({
      ...using,
      input: {
        name: `${name} ${tag}`,
        status: "active",
        destination: { kind: "phone", address },
        skills: [`Spanish ${tag}`],
        wrapUpSeconds: 30,
        callsAtOnce: 1,
        userId: null,
      },
    });
  const makeGroup = (name: string) =>
    createAgentGroup({ ...using, input: { name: `${name} ${tag}`, status: "active" } });
  const agent = await makeAgent("Ann", "+12025550160");
  const spareAgent = await makeAgent("Ben", "+12025550161");
  const agentGroup = await makeGroup("Support");
  const spareAgentGroup = await makeGroup("Sales");
  await putAgentGroupMembers({ ...using, input: { id: agentGroup.id, items: [{ agentId: agent.id }] } });
  return {
    agent: agent.id,
    spareAgent: spareAgent.id,
    agentGroup: agentGroup.id,
    spareAgentGroup: spareAgentGroup.id,
  };
};
