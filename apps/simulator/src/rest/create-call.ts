import type { DocumentSource, Leg } from "#calls/leg.ts";
import { callOut } from "#calls/place-call.ts";
import type { VerbTable } from "#calls/session.ts";
import type { Machine } from "#machine.ts";
import { RestError } from "./errors.ts";
import { readMethod, readUrl, type RestRequest } from "./request.ts";

const refuse = (code: number, message: string): RestError => new RestError(400, code, message);

const magicDestinations: ReadonlyMap<string, RestError> = new Map([
  ["+15005550001", refuse(21_217, "The phone number you are attempting to call is not valid")],
  ["+15005550002", refuse(21_214, "The phone number you are attempting to call cannot be reached")],
  ["+15005550003", refuse(21_215, "Account not authorized to call this number")],
  ["+15005550004", refuse(21_216, "The phone number you are attempting to call is blocked")],
]);

const magicCaller = "+15005550006";
const maxTwimlCharacters = 4000;

/** Calls somebody on behalf of the account. */
export const createCall = (machine: Machine, verbs: VerbTable, { account, form }: RestRequest): Leg => {
  const from = checkCaller(machine, account, form.get("From"));
  const to = checkDestination(form.get("To"));
  const source = readSource(form);
  if (source === undefined) throw refuse(21_205, "Url or Twiml is required");
  const fallbackUrl = readUrl(form, "FallbackUrl", 21_205);
  const statusUrl = readUrl(form, "StatusCallback", 21_609);
  const call = callOut(machine, verbs, {
    accountSid: account.sid,
    from,
    to,
    source,
    timeoutSeconds: Math.min(600, Number(form.get("Timeout") ?? 60)),
    timeLimitSeconds: Number(form.get("TimeLimit") ?? 14_400),
    fallback: { url: fallbackUrl, method: readMethod(form, "FallbackMethod") },
    statusCallback: {
      url: statusUrl,
      method: readMethod(form, "StatusCallbackMethod"),
      events: readEvents(form),
    },
  });
  return call.root;
};

const checkCaller = ({ world }: Machine, account: RestRequest["account"], from: string | null): string => {
  if (from === null || from === "") throw refuse(21_213, "From is required");
  if (from === "+15005550001") throw refuse(21_212, `The From number ${from} is not valid`);
  const isOwn = world.numbers.get(from)?.accountSid === account.sid || account.verifiedCallerIds.has(from);
  if (!isOwn && from !== magicCaller)
    throw refuse(21_210, `The From number ${from} is neither a number of the account nor verified`);
  return from;
};

const checkDestination = (to: string | null): string => {
  if (to === null || to === "") throw refuse(21_201, "To is required");
  const refusal = magicDestinations.get(to);
  if (refusal !== undefined) throw refusal;
  if (!/^(\+[1-9]\d{6,14}|sips?:\S+@\S+|client:\S+)$/.test(to))
    throw refuse(21_211, `${to} is not a valid phone number`);
  return to;
};

/** The document of a new or redirected call. */
export const readSource = (form: URLSearchParams): DocumentSource | undefined => {
  const twiml = form.get("Twiml");
  if (twiml !== null && twiml.length > maxTwimlCharacters)
    throw refuse(21_200, `Twiml is longer than ${maxTwimlCharacters} characters`);
  const url = readUrl(form, "Url", 21_205);
  if (url !== "") return { kind: "url", endpoint: { url, method: readMethod(form, "Method") } };
  return twiml === null ? undefined : { kind: "text", twiml };
};

const eventNames = new Set(["initiated", "ringing", "answered", "completed"]);

const readEvents = (form: URLSearchParams): ReadonlySet<string> => {
  const events = form.getAll("StatusCallbackEvent");
  const unknown = events.find((event) => !eventNames.has(event));
  if (unknown !== undefined) throw refuse(21_626, `Invalid StatusCallbackEvent: ${unknown}`);
  return new Set(events.length === 0 ? ["completed"] : events);
};
