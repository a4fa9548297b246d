import type { TestCallEvent } from "@ccp/contract";
import type { Streaming } from "#http/implementation.ts";
import { getOwnTestCall, type TestCallVerb } from "./get-own-test-call.ts";
import { readSimulatedEvents } from "./simulator.ts";
import { toTestCallEvent } from "./to-test-call-event.ts";

/** Each step of a test call from its beginning; the stream ends with the call. */
export const streamTestCall = async (verb: TestCallVerb): Promise<Streaming<TestCallEvent>> => {
  const { id } = await getOwnTestCall(verb);
  return async (send, signal) => {
    let sequence = 0;
    try {
      for await (const event of readSimulatedEvents(verb.simulatorUrl, id, signal)) {
        sequence += 1;
        send(toTestCallEvent(event, sequence, id));
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  };
};
