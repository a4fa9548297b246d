import { z } from "zod";
import {
  name,
  serialId,
  serialIdText,
  serialRef,
  settableStatus,
  status,
  time,
  uuid,
  version,
} from "./fields.ts";
import { filterOf } from "./filter-value.ts";
import { nounQuery, page, pageQuery, sortOf } from "./page.ts";
import { destination, destinationInput } from "./target.ts";

const skill = z.string().trim().min(1, "Give a skill.").max(40);

/** Skills by name, each once whatever its case. */
export const skills = z
  .array(skill)
  .max(20)
  .superRefine((given, check) => {
    const names = given.map((each) => each.toLowerCase());
    for (const [index, each] of names.entries()) {
      if (names.indexOf(each) === index) continue;
      check.addIssue({ code: "custom", path: [index], message: "This skill is in the list already." });
    }
  });

const fields = {
  name,
  /** A paused agent is offered no calls, whatever its presence. */
  status: settableStatus,
  destination: destinationInput,
  skills,
  /** After a conversation it is offered no call for so long. */
  wrapUpSeconds: z.number().int().min(0).max(3600),
  callsAtOnce: z.number().int().min(1).max(20),
  /** Who sets its status when signed in; null: nobody but supervisors. A user is one agent at the most. */
  userId: serialId.nullable(),
};

export const createAgentBody = z.strictObject({
  ...fields,
  status: fields.status.default("active"),
  skills: fields.skills.default([]),
  wrapUpSeconds: fields.wrapUpSeconds.default(15),
  callsAtOnce: fields.callsAtOnce.default(1),
  userId: fields.userId.default(null),
});

export type CreateAgent = z.infer<typeof createAgentBody>;

export const updateAgentBody = z.strictObject({ ...fields, version }).partial();

export type UpdateAgent = z.infer<typeof updateAgentBody>;

export const listAgentsQuery = z.strictObject({
  ...nounQuery,
  sort: sortOf(["name", "status", "createdAt", "updatedAt"]).default("name"),
  /** Agents that have one of these skills. */
  skill: filterOf(skill).optional(),
  userId: filterOf(serialIdText).optional(),
});

export type ListAgentsQuery = z.infer<typeof listAgentsQuery>;

/** What a person last said: whether the agent takes calls. */
const presence = z.enum(["available", "away"]);

export const agent = z.strictObject({
  id: uuid,
  name: z.string(),
  status,
  destination,
  /** Why the account's permissions keep the destination from being dialled, after "because"; null where they do not. */
  barred: z.string().nullable(),
  skills: z.array(z.string()),
  wrapUpSeconds: z.number(),
  callsAtOnce: z.number(),
  user: serialRef.nullable(),
  groupCount: z.number(),
  version: z.number(),
  createdAt: time,
  updatedAt: time,
});

export type Agent = z.infer<typeof agent>;

export const agentPage = page(agent);

export const listAgentStatusesQuery = z.strictObject({ agentId: filterOf(uuid).optional() });

export type ListAgentStatusesQuery = z.infer<typeof listAgentStatusesQuery>;

/** How an agent stands at this moment, as decisions see it. */
export const agentStatus = z.strictObject({
  agentId: uuid,
  status: z.enum(["available", "on-a-call", "wrap-up", "away"]),
  /** When a wrap-up ends by itself; null otherwise. */
  until: time.nullable(),
  presence,
  /** When somebody said so; null where nobody ever did. */
  presenceSince: time.nullable(),
  /** Calls that ring at it or that it talks in. */
  inUse: z.number(),
  callsAtOnce: z.number(),
});

export type AgentStatusShown = z.infer<typeof agentStatus>;

export const agentStatuses = z.strictObject({
  /** The moment that they are of. */
  at: time,
  items: z.array(agentStatus),
});

export type AgentStatuses = z.infer<typeof agentStatuses>;

export const setAgentStatusBody = z.strictObject({
  /** `available` also ends a wrap-up. A call that goes on is not ended by `away`. */
  status: presence,
  /** Why; asked of whoever sets the status of an agent that they are not. */
  reason: z.string().trim().max(300).default(""),
});

export type SetAgentStatus = z.infer<typeof setAgentStatusBody>;

export const listAgentEventsQuery = z.strictObject({ ...pageQuery });

export type ListAgentEventsQuery = z.infer<typeof listAgentEventsQuery>;

/** What changed an agent's status: somebody's word, or a call that rang at it. */
export const agentEvent = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("presence"),
    at: time,
    presence,
    reason: z.string(),
    /** `name` as of now; null for the product itself. */
    actor: z.strictObject({
      kind: z.enum(["user", "api-key", "system"]),
      id: z.string(),
      name: z.string().nullable(),
    }),
  }),
  z.strictObject({
    kind: z.literal("call"),
    /** When it was rung. */
    at: time,
    callId: uuid,
    outcome: z.string(),
    connectedAt: time.nullable(),
    /** Null while it goes on. */
    endedAt: time.nullable(),
    connectedSeconds: z.number().nullable(),
    /** When the wrap-up after it ends or ended by itself; null where there was none. */
    wrapUpUntil: time.nullable(),
  }),
]);

export type AgentEvent = z.infer<typeof agentEvent>;

export const agentEventPage = page(agentEvent);

/** A skill that agents of the account have. */
export const agentSkills = z.strictObject({
  items: z.array(z.strictObject({ skill: z.string(), agentCount: z.number() })),
});

export type AgentSkills = z.infer<typeof agentSkills>;

/** An agent of a plan's row or of a group, with how it stands and what it says of itself. */
export const listedAgent = z.strictObject({
  id: uuid,
  name: z.string(),
  status,
  skills: z.array(z.string()),
  callsAtOnce: z.number(),
  wrapUpSeconds: z.number(),
  barred: z.string().nullable(),
});

export type ListedAgent = z.infer<typeof listedAgent>;
