import { toRfc2822 } from "#calls/voice-parameters.ts";
import { json, type Route } from "#http/router.ts";
import type { Machine } from "#machine.ts";
import { accountRoute, type RestRequest } from "./request.ts";

export const createAccountRoutes = (machine: Machine): readonly Route[] => [
  accountRoute(machine, "GET", ".json", (request) => json(render(request))),
  accountRoute(machine, "GET", "/Balance.json", ({ account }) =>
    json({ account_sid: account.sid, balance: "100.00", currency: "USD" }),
  ),
];

const render = ({ account, accountUri }: RestRequest) => ({
  sid: account.sid,
  friendly_name: account.friendlyName,
  auth_token: account.authToken,
  status: "active",
  type: "Full",
  owner_account_sid: account.sid,
  date_created: toRfc2822(account.createdAt),
  date_updated: toRfc2822(account.createdAt),
  uri: `${accountUri}.json`,
  subresource_uris: {
    available_phone_numbers: `${accountUri}/AvailablePhoneNumbers.json`,
    balance: `${accountUri}/Balance.json`,
    calls: `${accountUri}/Calls.json`,
    incoming_phone_numbers: `${accountUri}/IncomingPhoneNumbers.json`,
    recordings: `${accountUri}/Recordings.json`,
  },
});
