import type { z } from "zod";

type Issue = Parameters<z.core.$ZodErrorMap>[0];

/** What stands beside a field: what is wrong and what would be right, where the contract does not say it itself. */
export const toFieldMessage = (issue: Issue): string => {
  switch (issue.code) {
    case "invalid_type":
      return "Fill this in.";
    case "too_small":
      return issue.origin === "string" ? "Fill this in." : `Give ${String(issue.minimum)} or more.`;
    case "too_big":
      return issue.origin === "string"
        ? `Shorten this to ${String(issue.maximum)} characters.`
        : `Give ${String(issue.maximum)} or less.`;
    case "invalid_format":
      return issue.format === "email"
        ? "Give an e-mail address, such as ana@example.com."
        : "This is not in the expected form.";
    default:
      return "This is not an allowed value.";
  }
};
