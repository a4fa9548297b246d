import { putCampaignTargetsBody, type CampaignTargets } from "@ccp/contract";
import { z } from "zod";
import { numberText } from "#lib/typed-fields.ts";
import type { PlanRow } from "./plan.ts";

const row = putCampaignTargetsBody.shape.items.element.shape;

export const planForm = z.strictObject({
  items: z.array(
    z.strictObject({
      targetId: row.targetId,
      priority: numberText(row.priority.unwrap()),
      weight: numberText(row.weight.unwrap()),
      enabled: z.boolean(),
    }),
  ),
});

export type PlanBody = z.output<typeof planForm>;

export type PlanValues = { items: PlanRow[] };

export const toPlanValues = ({ items }: CampaignTargets): PlanValues => ({
  items: items.map(({ target, priority, weight, enabled }) => ({
    targetId: target.id,
    priority: String(priority),
    weight: String(weight),
    enabled,
  })),
});
