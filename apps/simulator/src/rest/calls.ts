import type { VerbTable } from "#calls/session.ts";
import { getLegSeconds } from "#calls/leg-life.ts";
import type { Leg } from "#calls/leg.ts";
import { toRfc2822 } from "#calls/voice-parameters.ts";
import { json, type Route } from "#http/router.ts";
import type { Machine } from "#machine.ts";
import { toFriendly } from "./available-numbers.ts";
import { createCall } from "./create-call.ts";
import { notFound } from "./errors.ts";
import { toPage } from "./paging.ts";
import { accountRoute, apiVersion, type RestRequest } from "./request.ts";
import { updateCall } from "./update-call.ts";

export const createCallRoutes = (machine: Machine, verbs: VerbTable): readonly Route[] => [
  accountRoute(machine, "GET", "/Calls.json", (request) =>
    toPage(request, "calls", filterCalls(request, listLegs(machine, request)), (leg) =>
      renderCall(machine, leg),
    ),
  ),
  accountRoute(machine, "POST", "/Calls.json", (request) =>
    json(renderCall(machine, createCall(machine, verbs, request)), 201),
  ),
  accountRoute(machine, "GET", "/Calls/:sid.json", (request) =>
    json(renderCall(machine, getLeg(machine, request).leg)),
  ),
  accountRoute(machine, "POST", "/Calls/:sid.json", (request) => {
    const { leg, call } = getLeg(machine, request);
    updateCall(machine, call, leg, request.form);
    return json(renderCall(machine, leg));
  }),
];

const getLeg = ({ world }: Machine, { account, path, pathname }: RestRequest) => {
  const found = world.legs.get(path["sid"] ?? "");
  if (found === undefined || found.leg.accountSid !== account.sid) throw notFound(pathname);
  return found;
};

/** Newest first; the children of one call are found without looking at the others. */
const listLegs = ({ world }: Machine, { account, query }: RestRequest): readonly Leg[] => {
  const parent = query.get("ParentCallSid");
  if (parent === null) return account.legs.toReversed();
  const legs = world.legs.get(parent)?.call.legs ?? [];
  return legs.filter((leg) => leg.parentSid === parent && leg.accountSid === account.sid).toReversed();
};

const filterCalls = ({ query }: RestRequest, legs: readonly Leg[]): readonly Leg[] => {
  const isWanted = (name: string, value: string): boolean => (query.get(name) ?? value) === value;
  return legs.filter(
    (leg) =>
      isWanted("To", leg.to) &&
      isWanted("From", leg.from) &&
      isWanted("Status", leg.status) &&
      isInTime(query, "StartTime", leg.answeredAt ?? leg.createdAt) &&
      isInTime(query, "EndTime", leg.endedAt),
  );
};

const dayMs = 86_400_000;

/** `Name`, `Name<` and `Name>`: a day, or a bound that is included. */
const isInTime = (query: URLSearchParams, name: string, at: number | undefined): boolean => {
  const read = (suffix: string): number | undefined => {
    const text = query.get(name + suffix);
    return text === null ? undefined : Date.parse(text);
  };
  const [day, before, after] = [read(""), read("<"), read(">")];
  if (day === undefined && before === undefined && after === undefined) return true;
  if (at === undefined) return false;
  return (
    (day === undefined || (at >= day && at < day + dayMs)) &&
    (before === undefined || at <= before) &&
    (after === undefined || at >= after)
  );
};

const renderCall = (machine: Machine, leg: Leg) => {
  const uri = `/${apiVersion}/Accounts/${leg.accountSid}/Calls/${leg.sid}`;
  const isAnswered = leg.answeredAt !== undefined;
  return {
    sid: leg.sid,
    account_sid: leg.accountSid,
    answered_by: null,
    api_version: apiVersion,
    caller_name: null,
    date_created: toRfc2822(leg.createdAt),
    date_updated: toRfc2822(leg.updatedAt),
    direction: leg.direction,
    duration: leg.endedAt === undefined || !isAnswered ? null : String(getLegSeconds(machine, leg)),
    end_time: leg.endedAt === undefined ? null : toRfc2822(leg.endedAt),
    forwarded_from: null,
    from: leg.from,
    from_formatted: toFriendly(leg.from),
    group_sid: null,
    parent_call_sid: leg.parentSid ?? null,
    phone_number_sid: leg.phoneNumberSid ?? null,
    price: null,
    price_unit: "USD",
    queue_time: "0",
    start_time: toRfc2822(leg.answeredAt ?? leg.createdAt),
    status: leg.status,
    subresource_uris: { recordings: `${uri}/Recordings.json` },
    to: leg.to,
    to_formatted: toFriendly(leg.to),
    trunk_sid: null,
    uri: `${uri}.json`,
  };
};
