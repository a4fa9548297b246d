import { createBlockedCallerBody, importBlockedCallersBody, updateBlockedCallerBody } from "@ccp/contract";
import type { BlockedCaller } from "@ccp/contract";
import { z } from "zod";
import { choiceText } from "#lib/typed-fields.ts";
import { expiryText, toTypedExpiry } from "./expiry.ts";

const { shape } = createBlockedCallerBody;

const toShared = (timeZone: string) => ({
  campaignId: choiceText(shape.campaignId),
  reason: updateBlockedCallerBody.shape.reason.unwrap(),
  expiresAt: expiryText(timeZone),
});

/** A new entry as it is typed; withheld numbers have no digits, whatever was typed before. */
export const createBlockForm = (timeZone: string) =>
  z
    .object({ kind: shape.kind, value: z.string(), ...toShared(timeZone) })
    .superRefine(({ kind, value }, check) => {
      if (kind !== "anonymous" && value.trim() === "") {
        check.addIssue({ code: "custom", path: ["value"], message: "Fill this in." });
      }
    })
    .transform((body) => ({ ...body, value: body.kind === "anonymous" ? "" : body.value }));

export type BlockValues = z.input<ReturnType<typeof createBlockForm>>;

export const createImportForm = (timeZone: string) =>
  z.object({ text: importBlockedCallersBody.shape.text, ...toShared(timeZone) });

/** What of an entry can be changed: whom it blocks stays what it is. */
export const createEntryForm = (timeZone: string) =>
  z.object({ reason: toShared(timeZone).reason, expiresAt: expiryText(timeZone) });

export const toEntryValues = ({ reason, expiresAt }: BlockedCaller, timeZone: string) => ({
  reason,
  expiresAt: toTypedExpiry(expiresAt, timeZone),
});
