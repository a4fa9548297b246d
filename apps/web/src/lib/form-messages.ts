import type { z } from "zod";

type Issue = Parameters<z.core.$ZodErrorMap>[0];

const isOfText = (issue: { origin: string }): boolean => issue.origin === "string";

/** What stands beside a field: what is wrong and what would be right, where the contract does not say it itself. */
export const toFieldMessage = (issue: Issue): string => {
  if (issue.code === "invalid_type") return "Fill this in.";
  if (issue.code === "too_small") {
    if (!isOfText(issue)) return `Give ${String(issue.minimum)} or more.`;
    return issue.input === "" ? "Fill this in." : `Give ${String(issue.minimum)} characters or more.`;
  }
  if (issue.code === "too_big") {
    return isOfText(issue)
      ? `Shorten this to ${String(issue.maximum)} characters.`
      : `Give ${String(issue.maximum)} or less.`;
  }
  if (issue.code === "invalid_format" && issue.format === "email") {
    return "Give an e-mail address, such as ana@example.com.";
  }
  return "This is not in the expected form.";
};
