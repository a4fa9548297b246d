import type { Answer } from "@ccp/contract";
import type { Request, Response } from "express";
import type { Clock } from "#clock.ts";
import type { Media, Streaming } from "./implementation.ts";
import { sendEvents } from "./send-events.ts";

// Players seek by asking for ranges; one range at a time is what they use.
const sendMedia = (request: Request, response: Response, { contentType, body }: Media): void => {
  response.setHeader("Content-Type", contentType);
  response.setHeader("Accept-Ranges", "bytes");
  response.setHeader("Cache-Control", "private, max-age=3600");
  const ranges = request.range(body.length, { combine: true });
  const range = Array.isArray(ranges) && ranges.type === "bytes" ? ranges[0] : undefined;
  if (range === undefined) {
    response.send(body);
    return;
  }
  response.status(206).setHeader("Content-Range", `bytes ${range.start}-${range.end}/${body.length}`);
  response.send(body.subarray(range.start, range.end + 1));
};

/** Sends a result in the way its endpoint documents; JSON is parsed first, so that nothing undocumented leaves. */
export const sendAnswer = async (
  answer: Answer,
  result: unknown,
  { request, response, clock }: { request: Request; response: Response; clock: Clock },
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
      sendMedia(request, response, result as Media);
      return;
    case "events":
      await sendEvents(response, result as Streaming<unknown>, { clock, schema: answer.schema });
  }
};
