import { planAgentInput } from "@ccp/contract";
import { z } from "zod";

/** Skills as they are typed, with commas in between. */
export const typedSkills = z
  .string()
  .transform((text) =>
    text
      .split(",")
      .map((skill) => skill.trim())
      .filter((skill) => skill !== ""),
  )
  .pipe(planAgentInput.shape.skills.unwrap());
