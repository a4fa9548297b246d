import { attestations } from "@ccp/engine";
import { z } from "zod";
import { decision } from "./call.ts";
import { phoneInput, serialId, time, uuid, uuidRef } from "./fields.ts";

const placePart = z.string().trim().min(1).max(80).nullable().default(null);

/** A call that nobody makes. */
const asked = {
  /** On whose behalf it comes where no number says it. */
  publisherId: uuid.nullable().default(null),
  /** What the carrier would say of the caller's whereabouts; null: nothing. */
  city: placePart,
  state: placePart,
  zip: placePart,
  country: placePart,
  /** When it would come in; null: now. Later ones are read with the calls in progress of now. */
  at: time.nullable().default(null),
};

export const testDecisionBody = z.strictObject({
  ...asked,
  /** The caller's number, or `anonymous`. */
  from: phoneInput,
  /** How the caller's number would be attested. */
  attestation: z.enum(attestations).default("none"),
  /** The campaign's number that is dialled; null: one that is nobody's in particular. */
  numberId: serialId.nullable().default(null),
  /** Whether by the draft of the campaign's plan, as if it were published, and not by what is. */
  draft: z.boolean().default(false),
  /** Decides the draws by weight, as a call's id does. */
  seed: z.string().trim().min(1).max(80).default("test"),
});

export type TestDecision = z.infer<typeof testDecisionBody>;

/**
 * All that the first decision of such a call is made from: what the engine (`tryAgain`) needs to make it again, with
 * another seed if one likes. Destinations are shortened for those who may not change them.
 */
export const campaignFacts = z.strictObject({
  at: time,
  bookRevision: z.number(),
  engineVersion: z.number(),
  /** The engine's `CampaignBook`. */
  campaign: z.looseObject({ id: uuid }),
  /** The engine's `ArrivedFact`. */
  arrived: z.looseObject({ kind: z.literal("arrived") }),
  /** The engine's `DecidedFact`, with its inputs. */
  decided: z.looseObject({ kind: z.literal("decided") }),
});

export type CampaignFacts = z.infer<typeof campaignFacts>;

export const testDecision = z.strictObject({ campaign: uuidRef, decision });

export const checkTargetBody = z.strictObject({
  ...asked,
  /** The caller's number, or `anonymous`; null: nobody in particular, and then neither its filter is asked nor whom it does not take again. */
  from: phoneInput.nullable().default(null),
  /** How the caller's number would be attested; null: not. */
  attestation: z.enum(["A", "B", "C"]).nullable().default(null),
  /** Of which campaign the call would be; null: of none in particular. */
  campaignId: uuid.nullable().default(null),
});

export type CheckTarget = z.infer<typeof checkTargetBody>;

/** Whether a target would take a call now, and what each rule says of it, in the order in which they are asked. */
export const targetCheck = z.strictObject({
  at: time,
  /** Null where it depends on who calls. */
  takes: z.boolean().nullable(),
  rules: z.array(
    z.strictObject({
      rule: z.string(),
      verdict: z.enum(["passes", "fails", "depends"]),
      /** Follows the target's name. */
      sentence: z.string(),
      /** When it turns by itself; null where only a person or a call changes it. */
      until: time.nullable(),
    }),
  ),
});

export type TargetCheckShown = z.infer<typeof targetCheck>;

export const getPlanRoomQuery = z.strictObject({
  /** Of which campaign the calls would be; left out: of any, and then no campaign's caps are asked. */
  campaignId: uuid.optional(),
});

export type GetPlanRoomQuery = z.infer<typeof getPlanRoomQuery>;

/**
 * What other calls have taken up of the targets of a plan as it is published, each at its place; of a plan that no
 * campaign in service goes by, nothing.
 */
export const planRoom = z.strictObject({
  at: time,
  items: z.array(
    z.strictObject({
      targetId: uuid,
      /** As whose member it stands there; null for itself. */
      groupId: uuid.nullable(),
      priority: z.number(),
      /** The first limit over it that leaves no room for a call more; null where all do. */
      full: z
        .strictObject({
          kind: z.enum(["cap-full", "concurrency-full", "rate-full"]),
          owner: z.strictObject({
            kind: z.enum(["target", "target-group", "buyer", "campaign", "publisher"]),
            name: z.string(),
          }),
          /** "5 of 5 calls at once". */
          text: z.string(),
          /** When it counts anew by itself. */
          until: time.nullable(),
          /** On whose clock that is; null where it counts by none. */
          timeZone: z.string().nullable(),
        })
        .nullable(),
      /** Of all its group's members together, where those are limited. */
      group: z.strictObject({ inUse: z.number(), concurrencyMax: z.number() }).nullable(),
    }),
  ),
});

export type PlanRoom = z.infer<typeof planRoom>;
