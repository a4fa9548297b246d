import type { CallSummary } from "@ccp/contract";
import { readCaller } from "@ccp/engine";
import type { BlockValues } from "./block-form.ts";

/** What blocking a call's caller begins with; null for a caller that no list can name, such as a SIP user. */
export const toStart = ({
  caller,
  campaign,
}: Pick<CallSummary, "caller" | "campaign">): Pick<BlockValues, "kind" | "value" | "campaignId"> | null => {
  const read = readCaller(caller);
  const campaignId = campaign?.id ?? "";
  switch (read.kind) {
    case "number":
      return { kind: "number", value: `+${read.digits}`, campaignId };
    case "anonymous":
      return { kind: "anonymous", value: "", campaignId };
    case "other":
      return null;
  }
};
