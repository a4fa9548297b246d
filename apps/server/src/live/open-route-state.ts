import { toCallId } from "./call-id.ts";
import type { LiveParts, Webhook } from "./live-parts.ts";
import type { OpenedRouteState, RouteState } from "./route-state.ts";

type Opened =
  | { kind: "opened"; state: RouteState }
  | { kind: "refused"; reason: Extract<OpenedRouteState, { kind: "refused" }>["reason"] | "foreign-call" };

/** The `s` of an address that we gave the carrier, which may still bear what we asked of the carrier after a `#`. */
export const findSealedState = (url: string): string | undefined => {
  const [, query] = /\?([^#]*)/.exec(url) ?? [];
  return query === undefined ? undefined : (new URLSearchParams(query).get("s") ?? undefined);
};

/**
 * The route state of an address, when it was made for this carrier account and, if given, for this call.
 * Law: an address made for one account opens nothing when another account's carrier comes with it.
 */
export const openFor = (
  { routeState }: LiveParts,
  { entry, carrierAccount }: Webhook,
  sealed: string | undefined,
  callRef: string | null,
): Opened => {
  const opened = routeState.open(sealed);
  if (opened.kind === "refused") return opened;
  const { accountId, carrierAccountId, callId } = opened.state;
  const isOwn = accountId === entry.book.accountId && carrierAccountId === carrierAccount.id;
  const isSameCall = callRef === null || toCallId(carrierAccount, callRef) === callId;
  return isOwn && isSameCall ? opened : { kind: "refused", reason: "foreign-call" };
};
