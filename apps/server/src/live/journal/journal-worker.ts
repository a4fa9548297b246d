import { parentPort, workerData } from "node:worker_threads";
import { nodeFiles } from "#live/disk/node-files.ts";
import { createSealer } from "#sealing.ts";
import { type SegmentWriter, openSegmentWriter } from "./segment-writer.ts";
import type { JournalReply, JournalRequest, JournalWorkerData } from "./worker-protocol.ts";

// The journal's own thread: its synchronous writes neither block the server nor wait in the pool that file work shares.

const AHEAD_BYTES = 1024 * 1024;

const port = parentPort;
if (port === null) throw new Error("The journal worker runs as a worker thread only.");

const open = (): SegmentWriter => {
  const { dir, keys, segmentBytes } = workerData as JournalWorkerData;
  return openSegmentWriter({
    files: nodeFiles,
    dir,
    sealer: createSealer(keys),
    segmentBytes,
    aheadBytes: AHEAD_BYTES,
  });
};

const perform = (writer: SegmentWriter, request: JournalRequest): void => {
  switch (request.kind) {
    case "write":
      return writer.write(request.batch);
    case "probe":
      return writer.probe();
    case "release":
      return writer.release(request.sequence, request.before);
    case "close":
      return writer.close();
  }
};

const reply = (run: () => SegmentWriter): void => {
  let message: JournalReply;
  try {
    message = { kind: "done", last: run().last() };
  } catch (error) {
    message = { kind: "failed", error: error instanceof Error ? error : new Error(String(error)) };
  }
  port.postMessage(message);
};

reply(() => {
  const writer = open();
  port.on("message", (request: JournalRequest) => {
    reply(() => {
      perform(writer, request);
      return writer;
    });
    if (request.kind === "close") port.close();
  });
  return writer;
});
