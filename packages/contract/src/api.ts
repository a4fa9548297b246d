import type { Endpoint } from "./endpoint.ts";
import { accountEndpoints } from "./api-account.ts";
import { callEndpoints } from "./api-calls.ts";
import { configurationEndpoints } from "./api-configuration.ts";

/** Every operation of the HTTP API, by operation id. */
export const api = {
  ...accountEndpoints,
  ...configurationEndpoints,
  ...callEndpoints,
} satisfies Record<string, Endpoint>;

export type Api = typeof api;

export type EndpointId = keyof Api;
