type FarEnd =
  | { kind: "busy" | "no-answer" }
  | { kind: "answer"; afterSeconds: number; talkSeconds: number; hangsUp: "caller" | "callee" };

export type Script = { hangsUpAfterSeconds?: number; farEnds?: Record<string, FarEnd> };

const ask = async (port: number, pathname: string, body?: object): Promise<Record<string, unknown>> => {
  const request = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
  const answer = await fetch(`http://127.0.0.1:${port}/simulator${pathname}`, request);
  if (!answer.ok) throw new Error(`The simulator refused ${pathname}: ${await answer.text()}`);
  return (await answer.json()) as Record<string, unknown>;
};

/** Somebody calls; resolves with the carrier's id of the call. */
export const placeCall = async (
  port: number,
  call: { from: string; to: string; script: Script },
): Promise<string> => String((await ask(port, "/calls", call))["callSid"]);
