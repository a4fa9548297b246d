import { z } from "zod";
import { AppError, notFound } from "#http/app-error.ts";

const callEvent = z.looseObject({
  at: z.number(),
  legSid: z.string(),
  kind: z.enum(["status", "hears", "does", "bridged", "request", "fault"]),
});

/** What somebody who listens in notices in a simulated call; the fields beside these depend on the kind. */
export type SimulatedEvent = z.infer<typeof callEvent>;

const report = z.looseObject({
  callSid: z.string(),
  accountSid: z.string(),
  from: z.string(),
  to: z.string(),
  status: z.string(),
});

export type SimulatedCall = z.infer<typeof report>;

const askMaxMs = 5_000;

const failed = (message: string, cause?: unknown): AppError =>
  new AppError("carrier-failed", message, { cause });

/** Asks the simulated carrier's control interface; its own words come back as the message of a refusal. */
const ask = async (
  baseUrl: string,
  path: string,
  { method = "GET", body, signal }: { method?: string; body?: object; signal?: AbortSignal } = {},
): Promise<Response> => {
  const response = await fetch(new URL(path, baseUrl), {
    method,
    headers: { "content-type": "application/json" },
    body: body === undefined ? null : JSON.stringify(body),
    signal: signal ?? AbortSignal.timeout(askMaxMs),
  }).catch((error: unknown) => {
    throw failed("The simulated carrier does not answer.", error);
  });
  if (response.status === 404) throw notFound("test call");
  if (!response.ok) throw failed(`The simulated carrier refused: ${await response.text()}`);
  return response;
};

const toPath = (sid: string, rest = ""): string => `/simulator/calls/${encodeURIComponent(sid)}${rest}`;

export const placeSimulatedCall = async (
  baseUrl: string,
  call: { accountSid: string; from: string; to: string; script: object },
): Promise<string> => {
  const response = await ask(baseUrl, "/simulator/calls", { method: "POST", body: call });
  return z.object({ callSid: z.string() }).parse(await response.json()).callSid;
};

export const getSimulatedCall = async (baseUrl: string, sid: string): Promise<SimulatedCall> =>
  report.parse(await (await ask(baseUrl, toPath(sid))).json());

export const pressKeys = async (baseUrl: string, sid: string, digits: string): Promise<void> => {
  await ask(baseUrl, toPath(sid, "/digits"), { method: "POST", body: { digits } });
};

export const hangUp = async (baseUrl: string, sid: string): Promise<void> => {
  await ask(baseUrl, toPath(sid, "/hangup"), { method: "POST" });
};

/** The events of a call from its beginning, as they happen; ends with the call or when the signal aborts. */
export async function* readSimulatedEvents(
  baseUrl: string,
  sid: string,
  signal: AbortSignal,
): AsyncGenerator<SimulatedEvent> {
  const { body } = await ask(baseUrl, toPath(sid, "/events"), { signal });
  if (body === null) return;
  let text = "";
  for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
    const messages = `${text}${chunk}`.split("\n\n");
    text = messages.pop() ?? "";
    for (const message of messages) {
      const data = /^data: (.*)$/m.exec(message)?.[1];
      if (data === undefined || /^event: end$/m.test(message)) continue;
      yield callEvent.parse(JSON.parse(data));
    }
  }
}
