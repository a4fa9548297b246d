import { requestAdjustmentBody, type RequestAdjustment } from "@ccp/contract";
import { z } from "zod";
import { moneyText } from "#lib/typed-fields.ts";

const { shape } = requestAdjustmentBody;

/** An adjustment as it is typed: the sign is a choice, so that nobody has to know what a minus means. */
export const createRequestForm = (callId: string) =>
  z
    .object({
      party: shape.party,
      direction: z.enum(["less", "more"]),
      amountMicros: moneyText(shape.amountMicros),
      reason: shape.reason,
    })
    .transform(({ party, direction, amountMicros, reason }): RequestAdjustment => ({
      callId,
      party,
      amountMicros: direction === "less" ? `-${amountMicros}` : amountMicros,
      reason,
    }));

export type RequestValues = z.input<ReturnType<typeof createRequestForm>>;
