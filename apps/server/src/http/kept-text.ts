import type { ErrorDetail } from "@ccp/contract";

/** Whether the database keeps a text as it was sent: no zero character, and none of which only half is there. */
export const isKept = (text: string): boolean => !text.includes("\0") && !/\p{Surrogate}/u.test(text);

/** The places of a document whose texts cannot be kept. */
export const findUnkept = (value: unknown, path: string): ErrorDetail[] => {
  if (typeof value === "string") {
    return isKept(value) ? [] : [{ path, message: "This has a character that cannot be kept." }];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => findUnkept(part, `${path}.${key}`));
};
