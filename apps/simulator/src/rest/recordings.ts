import { toRfc2822 } from "#calls/voice-parameters.ts";
import { json, type Reply, type Route } from "#http/router.ts";
import type { Machine } from "#machine.ts";
import type { Recording } from "#world/recording.ts";
import { notFound } from "./errors.ts";
import { toPage } from "./paging.ts";
import { accountRoute, apiVersion, type RestRequest } from "./request.ts";
import { toWavChunks, toWavHeader } from "./wav.ts";

export const createRecordingRoutes = (machine: Machine): readonly Route[] => [
  accountRoute(machine, "GET", "/Recordings.json", (request) =>
    list(machine, request, request.query.get("CallSid")),
  ),
  accountRoute(machine, "GET", "/Calls/:call/Recordings.json", (request) =>
    list(machine, request, request.path["call"] ?? ""),
  ),
  ...["/Recordings/:sid", "/Calls/:call/Recordings/:sid"].flatMap((pattern) => [
    accountRoute(machine, "GET", `${pattern}.json`, (request) => json(render(getRecording(request)))),
    accountRoute(machine, "DELETE", `${pattern}.json`, (request) => remove(machine, request)),
    accountRoute(machine, "GET", `${pattern}.wav`, (request) => media(machine, request)),
    accountRoute(machine, "GET", pattern, (request) => media(machine, request)),
  ]),
];

const getRecording = ({ account, path, pathname }: RestRequest): Recording => {
  const recording = account.recordings.get(path["sid"] ?? "");
  if (recording === undefined || (path["call"] ?? recording.callSid) !== recording.callSid)
    throw notFound(pathname);
  return recording;
};

/** Newest first; those of one call are found without looking at the others. */
const list = ({ world }: Machine, request: RestRequest, callSid: string | null): Reply => {
  const { recordings } = request.account;
  const sids = callSid === null ? recordings.keys() : (world.legs.get(callSid)?.leg.recordingSids ?? []);
  const shown = [...sids]
    .flatMap((sid) => recordings.get(sid) ?? [])
    .filter((recording) => callSid === null || recording.callSid === callSid);
  return toPage(request, "recordings", shown.reverse(), render);
};

const remove = ({ world }: Machine, request: RestRequest): Reply => {
  const { sid } = getRecording(request);
  request.account.recordings.delete(sid);
  world.recordings.delete(sid);
  return { kind: "empty", status: 204 };
};

/** The audio; there is none before the recording is completed. */
const media = (machine: Machine, request: RestRequest): Reply => {
  const recording = getRecording(request);
  if (recording.status !== "completed") throw notFound(request.pathname);
  const isChildFirst = machine.world.switches.behaviour.dualChannelOrder === "child-first";
  return {
    kind: "stream",
    write: (response) => {
      const header = toWavHeader(recording.durationSeconds, recording.channels);
      const length = header.length + header.readUInt32LE(40);
      response.writeHead(200, { "content-type": "audio/x-wav", "content-length": String(length) });
      response.write(header);
      for (const chunk of toWavChunks(recording.durationSeconds, recording.channels, isChildFirst))
        response.write(chunk);
      response.end();
    },
  };
};

const render = (recording: Recording) => {
  const uri = `/${apiVersion}/Accounts/${recording.accountSid}/Recordings/${recording.sid}`;
  return {
    sid: recording.sid,
    account_sid: recording.accountSid,
    api_version: apiVersion,
    call_sid: recording.callSid,
    channels: recording.channels,
    conference_sid: null,
    date_created: toRfc2822(recording.startedAt),
    date_updated: toRfc2822(recording.startedAt),
    duration: recording.status === "completed" ? String(recording.durationSeconds) : null,
    encryption_details: null,
    error_code: null,
    media_url: uri,
    price: null,
    price_unit: "USD",
    source: recording.source,
    start_time: toRfc2822(recording.startedAt),
    status: recording.status,
    subresource_uris: {},
    uri: `${uri}.json`,
  };
};
