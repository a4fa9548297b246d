import { createAgentBody, type Agent } from "@ccp/contract";
import { z } from "zod";
import { formatPhone } from "#lib/format-phone.ts";
import { numberText } from "#lib/typed-fields.ts";
import { typedSkills } from "#lib/typed-skills.ts";

const { shape } = createAgentBody;

/** Nobody is the user "0". */
const userText = z.string().transform((id) => (id === "0" ? null : Number(id)));

/** What the settings of an agent hold, as it is typed. */
export const agentForm = createAgentBody.pick({ name: true, destination: true }).extend({
  skills: typedSkills,
  wrapUpSeconds: numberText(shape.wrapUpSeconds.unwrap()),
  callsAtOnce: numberText(shape.callsAtOnce.unwrap()),
  userId: userText,
});

export type AgentValues = z.input<typeof agentForm>;
export type AgentBody = z.output<typeof agentForm>;

export const newAgent: AgentValues = {
  name: "",
  destination: { kind: "phone", address: "" },
  skills: "",
  wrapUpSeconds: "15",
  callsAtOnce: "1",
  userId: "0",
};

export const toAgentValues = (agent: Agent): AgentValues => ({
  name: agent.name,
  destination: { kind: agent.destination.kind, address: formatPhone(agent.destination.address) },
  skills: agent.skills.join(", "),
  wrapUpSeconds: String(agent.wrapUpSeconds),
  callsAtOnce: String(agent.callsAtOnce),
  userId: String(agent.user?.id ?? 0),
});
