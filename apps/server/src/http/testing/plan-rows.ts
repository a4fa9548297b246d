import { planGroupInput, type PlanRowInput, planTargetInput } from "@ccp/contract";
import type { z } from "zod";

type Typed<Input extends z.ZodType> = Omit<z.input<Input>, "kind">;

/** A row for a target that says nothing the target does not say itself, unless told. */
export const toTargetRow = (row: Typed<typeof planTargetInput>): PlanRowInput =>
  planTargetInput.parse({ kind: "target", ...row });

/** The same for a group. */
export const toGroupRow = (row: Typed<typeof planGroupInput>): PlanRowInput =>
  planGroupInput.parse({ kind: "group", ...row });
