import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import type { CarrierClient } from "#carriers/carrier.ts";
import { parseForm } from "#carriers/twilio/parse-form.ts";
import { twilioAdapter } from "#carriers/twilio/twilio-adapter.ts";
import { signForm } from "#carriers/twilio/verify.ts";
import { createMemoryCapacity } from "#live/capacity/memory.ts";
import { createHeldClock } from "#live/drain/testing/held-clock.ts";
import { createLive, type LiveCheckpoint, type LiveOptions } from "#live/live.ts";
import type { SnapshotEntry } from "#live/snapshot/snapshot.ts";
import { createMemorySnapshot } from "./sample-book.ts";
import { createSwitchedJournal, type SwitchedJournal } from "./switched-journal.ts";

export const publicUrl = "https://calls.example.com";

type Fields = Readonly<Record<string, string>>;
type Sending = { token?: string | null; headers?: Readonly<Record<string, string>> };

const fail = () => Promise.reject(new Error("connection refused"));

/** A carrier that answers nothing. */
export const createSilentCarrier = (): CarrierClient => {
  return { findCall: fail, listChildCalls: fail, listRecordings: fail, endCall: fail, fetchRecording: fail };
};

type StartOptions = {
  entries: readonly SnapshotEntry[];
  journal?: SwitchedJournal;
  clock?: ReturnType<typeof createHeldClock>;
  checkpoint?: LiveCheckpoint | null;
  carrier?: CarrierClient;
  more?: Partial<LiveOptions>;
};

/** The live path on a real HTTP server, with a held clock and a journal in memory. */
export const startLive = async (options: StartOptions) => {
  const {
    entries,
    clock = createHeldClock(),
    journal = createSwitchedJournal(),
    checkpoint = null,
  } = options;
  const capacity = createMemoryCapacity(clock);
  const offered: number[] = [];
  const logged: string[] = [];
  const note = (_fields: object, message: string): void => {
    logged.push(message);
  };
  const live = createLive({
    clock,
    log: { warn: note, error: note },
    snapshot: createMemorySnapshot(entries),
    journal,
    capacity,
    booking: {
      offer: ({ sequence }) => {
        offered.push(sequence);
      },
      acknowledged: () => Promise.resolve(),
    },
    adapters: [twilioAdapter],
    carriers: ["twilio", "simulator"],
    openCarrier: () => options.carrier ?? createSilentCarrier(),
    publicUrl,
    routeStateKeys: [{ id: "k1", secret: "a secret for tests only", retiredAt: null }],
    isHolder: () => true,
    ...options.more,
  });
  await live.restore(checkpoint);
  const server = createServer((request, response) => {
    if (!live.handle(request, response)) response.writeHead(404).end("not live");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const stop = async (): Promise<void> => {
    await live.close();
    server.closeAllConnections();
    server.close();
  };
  onTestFinished(stop);

  /** Posts a webhook to an address of ours, signed for account 1 unless told otherwise. */
  const post = async (url: string, fields: Fields, { token = "token-1", headers = {} }: Sending = {}) => {
    const path = url.replace(publicUrl, "").replace(/#.*$/, "");
    const body = new URLSearchParams(fields).toString();
    const form = parseForm(Buffer.from(body)) ?? new Map<string, string>();
    const signature = token === null ? null : signForm(token, publicUrl + path, form);
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: "POST",
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        ...(signature !== null && { "x-twilio-signature": signature }),
        ...headers,
      },
      body,
    });
    return { status: answer.status, body: await answer.text() };
  };

  return { live, journal, capacity, clock, offered, logged, post, stop, port };
};

/** The fields of a first webhook. */
export const toArrival = (callRef: string, changes: Fields = {}): Fields => ({
  AccountSid: "AC1",
  CallSid: callRef,
  From: "+12025550142",
  To: "+12025550100",
  CallStatus: "ringing",
  Direction: "inbound",
  ApiVersion: "2010-04-01",
  ...changes,
});

/** The addresses that a dial sends the carrier back to, and whom it dials. */
export const readDial = (markup: string) => {
  const find = (pattern: RegExp) => pattern.exec(markup)?.[1]?.replaceAll("&amp;", "&") ?? "";
  return {
    step: find(/action="([^"]+)"/),
    status: find(/ statusCallback="([^"]+)"/),
    recording: find(/recordingStatusCallback="([^"]+)"/),
    number: find(/<Number[^>]*>([^<]+)</),
  };
};
