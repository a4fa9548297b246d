import { timingSafeEqual } from "node:crypto";
import type { Reply, Request, Route } from "#http/router.ts";
import type { Machine } from "#machine.ts";
import type { HttpMethod } from "#world/incoming-number.ts";
import type { Account } from "#world/account.ts";
import { RestError } from "./errors.ts";

/** A REST request whose sender is known to be the account of its path. */
export type RestRequest = {
  readonly account: Account;
  readonly path: { readonly [name: string]: string };
  readonly query: URLSearchParams;
  readonly form: URLSearchParams;
  /** `/2010-04-01/Accounts/{sid}`. */
  readonly accountUri: string;
  readonly pathname: string;
};

export const apiVersion = "2010-04-01";

/** A route below an account, open only to that account. */
export const accountRoute = (
  machine: Machine,
  method: string,
  pattern: string,
  handle: (request: RestRequest) => Reply,
): Route => ({
  method,
  pattern: `/${apiVersion}/Accounts/:account${pattern}`,
  handle: (request) => {
    const account = authenticate(machine, request);
    return handle({
      account,
      path: request.path,
      query: request.url.searchParams,
      form: new URLSearchParams(request.body),
      accountUri: `/${apiVersion}/Accounts/${account.sid}`,
      pathname: request.url.pathname,
    });
  },
});

const authenticate = ({ world }: Machine, { headers, path }: Request): Account => {
  const credentials = Buffer.from((headers.authorization ?? "").replace(/^Basic /i, ""), "base64").toString(
    "utf8",
  );
  const [sid = "", token = ""] = credentials.split(":", 2);
  const account = world.accounts.get(sid);
  if (account === undefined || !isSame(token, account.authToken) || path["account"] !== sid)
    throw new RestError(401, 20_003, "Authenticate");
  return account;
};

const isSame = (given: string, expected: string): boolean =>
  Buffer.byteLength(given) === Buffer.byteLength(expected) &&
  timingSafeEqual(Buffer.from(given), Buffer.from(expected));

/** The method of a URL parameter, POST when absent. */
export const readMethod = (form: URLSearchParams, name: string): HttpMethod => {
  const method = form.get(name) ?? "POST";
  if (method === "GET" || method === "POST") return method;
  throw new RestError(400, 21_403, `Invalid ${name}: ${method}`);
};

/** A web address, or empty; anything else is refused with the given code. */
export const readUrl = (form: URLSearchParams, name: string, code: number): string => {
  const url = form.get(name) ?? "";
  if (url === "") return "";
  const isWeb = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
  if (!isWeb || new URL(url).hostname.includes("_"))
    throw new RestError(400, code, `${name} is not a valid URL: ${url}`);
  return url;
};
