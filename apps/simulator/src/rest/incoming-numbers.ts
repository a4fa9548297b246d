import { toRfc2822 } from "#calls/voice-parameters.ts";
import { json, type Route } from "#http/router.ts";
import type { Machine } from "#machine.ts";
import type { Endpoint, IncomingNumber } from "#world/incoming-number.ts";
import { addNumber, removeNumber } from "#world/own.ts";
import { listFreeNumbers, toFriendly, type NumberType } from "./available-numbers.ts";
import { notFound, RestError } from "./errors.ts";
import { toPage } from "./paging.ts";
import { accountRoute, apiVersion, readMethod, readUrl, type RestRequest } from "./request.ts";

export const createIncomingNumberRoutes = (machine: Machine): readonly Route[] => [
  ...[
    "/IncomingPhoneNumbers.json",
    "/IncomingPhoneNumbers/Local.json",
    "/IncomingPhoneNumbers/TollFree.json",
  ].flatMap((pattern) => [
    accountRoute(machine, "GET", pattern, list),
    accountRoute(machine, "POST", pattern, (request) => json(render(buy(machine, request)), 201)),
  ]),
  accountRoute(machine, "GET", "/IncomingPhoneNumbers/:sid.json", (request) =>
    json(render(getNumber(request))),
  ),
  accountRoute(machine, "POST", "/IncomingPhoneNumbers/:sid.json", (request) => {
    const number = getNumber(request);
    configure(number, request.form);
    number.updatedAt = machine.clock.now();
    return json(render(number));
  }),
  accountRoute(machine, "DELETE", "/IncomingPhoneNumbers/:sid.json", (request) => {
    removeNumber(machine, getNumber(request));
    return { kind: "empty", status: 204 };
  }),
];

const getNumber = ({ account, path, pathname }: RestRequest): IncomingNumber => {
  const number = account.numbers.get(path["sid"] ?? "");
  if (number === undefined) throw notFound(pathname);
  return number;
};

const list = (request: RestRequest) => {
  const { query, account, pathname } = request;
  const wanted = query.get("PhoneNumber")?.replaceAll("*", "").replaceAll(" ", "+");
  const name = query.get("FriendlyName");
  const type = /\/(Local|TollFree)\.json$/.exec(pathname)?.[1];
  const numbers = [...account.numbers.values()].reverse();
  const shown = numbers.filter(
    (number) =>
      (wanted === undefined || number.phoneNumber.includes(wanted)) &&
      (name === null || number.friendlyName === name) &&
      (type === undefined || typeOf(number) === type),
  );
  return toPage(request, "incoming_phone_numbers", shown, render);
};

const typeOf = ({ phoneNumber }: IncomingNumber): NumberType =>
  /^\+18(00|33|44|55|66|77|88)/.test(phoneNumber) ? "TollFree" : "Local";

const buy = (machine: Machine, { account, form, pathname }: RestRequest): IncomingNumber => {
  const type = pathname.endsWith("/TollFree.json") ? "TollFree" : "Local";
  const phoneNumber = choose(machine, form, type);
  const number = addNumber(machine, {
    accountSid: account.sid,
    phoneNumber,
    friendlyName: toFriendly(phoneNumber),
  });
  try {
    configure(number, form);
  } catch (error) {
    removeNumber(machine, number);
    throw error;
  }
  return number;
};

const choose = (machine: Machine, form: URLSearchParams, type: NumberType): string => {
  const areaCode = form.get("AreaCode");
  const wanted = form.get("PhoneNumber");
  if (wanted !== null) return checkAvailable(machine, wanted);
  if (areaCode === null) throw new RestError(400, 21_450, "PhoneNumber or AreaCode is required");
  const free = areaCode === "533" ? undefined : listFreeNumbers(machine, type, areaCode)[0];
  if (free === undefined) throw new RestError(400, 21_452, `No phone numbers found in area code ${areaCode}`);
  return free;
};

/** Numbers that the carrier sets aside to show its refusals come first. */
const checkAvailable = ({ world }: Machine, wanted: string): string => {
  if (wanted === "+15005550001" || !/^\+[1-9]\d{6,14}$/.test(wanted))
    throw new RestError(400, 21_421, `${wanted} is not a valid number`);
  if (wanted === "+15005550000" || world.numbers.has(wanted))
    throw new RestError(400, 21_422, `${wanted} is not available`);
  return wanted;
};

const configure = (number: IncomingNumber, form: URLSearchParams): void => {
  const voice = changeEndpoint(number.voice, form, "VoiceUrl", "VoiceMethod", 21_402);
  const fallback = changeEndpoint(
    number.voiceFallback,
    form,
    "VoiceFallbackUrl",
    "VoiceFallbackMethod",
    21_404,
  );
  if (fallback.url !== "" && voice.url === "")
    throw new RestError(400, 21_405, "VoiceFallbackUrl cannot be set without VoiceUrl");
  number.statusCallback = changeEndpoint(
    number.statusCallback,
    form,
    "StatusCallback",
    "StatusCallbackMethod",
    21_609,
  );
  number.voice = voice;
  number.voiceFallback = fallback;
  number.friendlyName = form.get("FriendlyName") ?? number.friendlyName;
  const lookup = form.get("VoiceCallerIdLookup");
  if (lookup !== null) number.callerIdLookup = lookup === "true";
};

const changeEndpoint = (
  current: Endpoint,
  form: URLSearchParams,
  urlName: string,
  methodName: string,
  code: number,
): Endpoint => ({
  url: form.has(urlName) ? readUrl(form, urlName, code) : current.url,
  method: form.has(methodName) ? readMethod(form, methodName) : current.method,
});

const render = (number: IncomingNumber) => ({
  sid: number.sid,
  account_sid: number.accountSid,
  friendly_name: number.friendlyName,
  phone_number: number.phoneNumber,
  address_sid: null,
  address_requirements: "none",
  api_version: apiVersion,
  beta: false,
  bundle_sid: null,
  capabilities: { voice: true, sms: false, mms: false, fax: false },
  date_created: toRfc2822(number.createdAt),
  date_updated: toRfc2822(number.updatedAt),
  emergency_status: "Inactive",
  emergency_address_sid: null,
  emergency_address_status: "unregistered",
  identity_sid: null,
  origin: "twilio",
  sms_application_sid: "",
  sms_fallback_method: "POST",
  sms_fallback_url: "",
  sms_method: "POST",
  sms_url: "",
  status: "in-use",
  status_callback: number.statusCallback.url,
  status_callback_method: number.statusCallback.method,
  trunk_sid: null,
  type: typeOf(number) === "Local" ? "local" : "toll-free",
  uri: `/${apiVersion}/Accounts/${number.accountSid}/IncomingPhoneNumbers/${number.sid}.json`,
  voice_application_sid: null,
  voice_caller_id_lookup: number.callerIdLookup,
  voice_fallback_method: number.voiceFallback.method,
  voice_fallback_url: number.voiceFallback.url,
  voice_method: number.voice.method,
  voice_receive_mode: "voice",
  voice_url: number.voice.url,
});
