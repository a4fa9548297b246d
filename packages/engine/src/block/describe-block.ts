import type { Block } from "./blocked-caller.ts";

const toSubject = ({ kind, value }: Block): string => {
  switch (kind) {
    case "number":
      return `the caller's number, +${value}, was blocked`;
    case "prefix":
      return `the caller's number begins with +${value}, which was blocked`;
    case "anonymous":
      return "the caller withheld the number, and such callers were blocked";
  }
};

/** Why a caller was blocked, to follow "because", without the full stop at the end. */
export const describeBlock = (block: Block): string => {
  const where = block.scope === "campaign" ? "for this campaign" : "for the whole account";
  const reason = block.reason.replace(/[.\s]+$/, "");
  return `${toSubject(block)} ${where}${reason === "" ? "" : `: ${reason}`}`;
};
