import type { Answer } from "@ccp/contract";
import type { Request, Response } from "express";
import type { Clock } from "#clock.ts";
import type { Csv, Media, Streaming } from "./implementation.ts";
import { sendCsv } from "./send-csv.ts";
import { sendEvents } from "./send-events.ts";
import { sendMedia } from "./send-media.ts";

/** Sends a result in the way its endpoint documents; JSON is parsed first, so that nothing undocumented leaves. */
export const sendAnswer = async (
  answer: Answer,
  result: unknown,
  {
    request,
    response,
    clock,
    isAllowed,
  }: { request: Request; response: Response; clock: Clock; isAllowed: () => Promise<boolean> },
): Promise<void> => {
  switch (answer.kind) {
    case "json":
      response.setHeader("Cache-Control", "no-store");
      response.status(answer.status).json(answer.schema.parse(result));
      return;
    case "empty":
      response.status(answer.status).end();
      return;
    case "media":
      // The implementations' type ties this result to this kind of answer.
      await sendMedia(request, response, result as Media);
      return;
    case "csv":
      await sendCsv(request, response, { csv: result as Csv, name: answer.name, now: clock.now() });
      return;
    case "events":
      await sendEvents(response, result as Streaming<unknown>, { clock, schema: answer.schema, isAllowed });
  }
};
