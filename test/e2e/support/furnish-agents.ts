import type { Client } from "@ccp/test-settings/world/client.ts";

/** Three agents, one of them the one who is signed in, in a group that a plan of its own lists. */
export const furnishAgents = async (
  api: Client,
): Promise<{
  agent: string;
  other: string;
  agentGroup: string;
  plan: string;
}> => {
  const { user } = await api.send("getSession");
  const make = async (name: string, index: number, skills: readonly string[], userId: number | null) => {
    const destination = { kind: "phone", address: `+1212555016${index}` };
    const body = { name, destination, skills, userId, wrapUpSeconds: 30 };
    return (await api.send("createAgent", { body })).id;
  };
  const say = (id: string, status: "available" | "away", reason: string) =>
    api.send("setAgentStatus", { params: { id }, body: { status, reason } });
  const ann = await make("Ann Archer", 0, ["Spanish", "Billing"], user?.id ?? null);
  const ben = await make("Ben Brook", 1, ["Billing"], null);
  const cleo = await make("Cleo Cole", 2, [], null);
  await say(ann, "away", "");
  await say(ann, "available", "");
  await say(ben, "away", "Training until noon");
  const { id: agentGroup } = await api.send("createAgentGroup", { body: { name: "Front office" } });
  const items = [ann, ben, cleo].map((agentId) => ({ agentId }));
  await api.send("putAgentGroupMembers", { params: { id: agentGroup }, body: { items } });
  const { id: plan } = await api.send("createPlan", { body: { name: "Own people first" } });
  await api.send("putPlanRows", {
    params: { id: plan },
    body: {
      note: "Billing to our own",
      items: [
        { kind: "agent", agentId: ann, skills: ["Spanish"] },
        { kind: "agent-group", agentGroupId: agentGroup, priority: 2, skills: ["Billing"] },
      ],
    },
  });
  return { agent: ann, other: ben, agentGroup, plan };
};
