import type { Call, CallEvent } from "#calls/call.ts";
import type { Reply } from "#http/router.ts";
import type { Machine } from "#machine.ts";
import { toCallTruth } from "#truth.ts";

/** What happened so far and what happens from now on, as server-sent events; ends with the call. */
export const streamEvents = (machine: Machine, call: Call): Reply => ({
  kind: "stream",
  write: (response) => {
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    const send = (event: CallEvent): void => {
      response.write(`event: ${event.kind}\ndata: ${JSON.stringify(event)}\n\n`);
    };
    const finish = (): void => {
      response.end(`event: end\ndata: ${JSON.stringify(toCallTruth(machine, call))}\n\n`);
    };
    for (const event of call.events) send(event);
    if (call.isOver) {
      finish();
      return;
    }
    const listener = (event: CallEvent | "end"): void => {
      if (event === "end") finish();
      else send(event);
    };
    call.listeners.add(listener);
    response.on("close", () => call.listeners.delete(listener));
  },
});
