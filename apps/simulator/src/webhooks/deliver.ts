import type { Activity } from "#activity.ts";
import type { Clock } from "#clock.ts";
import type { Endpoint } from "#world/incoming-number.ts";
import { parseConnectionOverrides, type ConnectionOverrides } from "./connection-overrides.ts";
import type { Attempt, AttemptResult, Sender } from "./send-once.ts";
import type { Params } from "./sign.ts";

/** A request to the customer, with its retries and redirects still to come. */
export type Delivery = {
  readonly endpoint: Endpoint;
  readonly params: Params;
  readonly authToken: string;
  readonly activity: Activity;
  readonly retryPauseMs: number;
  readonly toIdempotencyToken: () => string;
  /** Carried from the first attempt on when the request is a wilful duplicate. */
  readonly idempotencyToken?: string;
};

export type Delivered =
  | {
      readonly kind: "answered";
      readonly status: number;
      readonly contentType: string;
      readonly body: string;
      /** The URL that answered, after redirects. */
      readonly url: string;
    }
  | { readonly kind: "failed"; readonly code: number; readonly reason: string };

const maxRedirects = 10;

/** Sends a request, honouring the connection overrides in the URL's fragment. */
export const deliver = async (clock: Clock, sender: Sender, delivery: Delivery): Promise<Delivered> => {
  const [url = "", fragment = ""] = delivery.endpoint.url.split("#", 2);
  const overrides = parseConnectionOverrides(fragment);
  if (overrides === undefined) return { kind: "failed", code: 11_243, reason: "unknown retry policy" };
  if (!URL.canParse(url)) return { kind: "failed", code: 11_100, reason: `not a URL: ${url}` };
  const deadlineAt = clock.now() + overrides.totalTimeoutMs;
  for (let retry = 0; ; retry += 1) {
    const token = retry === 0 ? delivery.idempotencyToken : delivery.toIdempotencyToken();
    const result = await sendFollowing(clock, sender, {
      url,
      method: delivery.endpoint.method,
      params: delivery.params,
      authToken: delivery.authToken,
      connectTimeoutMs: overrides.connectTimeoutMs,
      timeoutMs: Math.min(overrides.readTimeoutMs, Math.max(1, deadlineAt - clock.now())),
      ...(token === undefined ? {} : { idempotencyToken: token }),
    });
    const mayRetry = retry < overrides.retryCount && isRetried(result, overrides);
    if (!mayRetry || clock.now() + delivery.retryPauseMs >= deadlineAt) return toDelivered(result);
    await pause(clock, delivery.activity, delivery.retryPauseMs);
  }
};

type Followed =
  | (Extract<AttemptResult, { kind: "answered" }> & { readonly url: string })
  | Exclude<AttemptResult, { kind: "answered" }>
  | { readonly kind: "lost" };

const sendFollowing = async (clock: Clock, sender: Sender, first: Attempt): Promise<Followed> => {
  let attempt = first;
  for (let hops = 0; hops <= maxRedirects; hops += 1) {
    const result = await sender.send(attempt);
    if (result.kind !== "answered") return result;
    const isRedirect = result.status >= 300 && result.status < 400;
    if (!isRedirect || result.location === undefined) return { ...result, url: attempt.url };
    const becomesGet = result.status !== 307 && result.status !== 308;
    attempt = {
      ...attempt,
      url: new URL(result.location, attempt.url).href,
      ...(becomesGet ? { method: "GET" as const, params: {} } : {}),
    };
  }
  return { kind: "lost" };
};

const isRetried = (result: Followed, { retryOn }: ConnectionOverrides): boolean => {
  switch (result.kind) {
    case "lost":
      return false;
    case "no-connection":
      return retryOn.has("ct") || retryOn.has("all");
    case "no-answer":
      return retryOn.has("rt") || retryOn.has("all");
    case "answered":
      return (
        result.status >= 400 && (retryOn.has(`${Math.floor(result.status / 100)}xx`) || retryOn.has("all"))
      );
  }
};

const toDelivered = (result: Followed): Delivered => {
  switch (result.kind) {
    case "answered":
      return result;
    case "lost":
      return { kind: "failed", code: 11_215, reason: "too many redirects" };
    case "no-connection":
      return { kind: "failed", code: 11_205, reason: result.reason };
    case "no-answer":
      return { kind: "failed", code: 11_200, reason: result.reason };
  }
};

/** Lets time pass whatever becomes of the call meanwhile. */
export const pause = (clock: Clock, activity: Activity, ms: number): Promise<void> =>
  activity.park<void>((wake) => {
    const timer = clock.setTimeout(() => {
      wake();
      return activity.idle();
    }, ms);
    return () => {
      clock.clearTimeout(timer);
    };
  });
