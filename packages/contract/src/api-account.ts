import { apiKeyPage, createApiKeyBody, createdApiKey, apiKey, listApiKeysQuery } from "./api-key.ts";
import { auditPage, listAuditQuery } from "./audit.ts";
import {
  carrierAccount,
  carrierAccountPage,
  createCarrierAccountBody,
  listCarrierAccountsQuery,
} from "./carrier-account.ts";
import type { Endpoint } from "./endpoint.ts";
import { uuidParams } from "./fields.ts";
import { redeemSignInLinkBody, session, signInBody } from "./session.ts";

export const accountEndpoints = {
  signIn: {
    noun: "session",
    method: "POST",
    path: "/api/v1/session",
    summary: "Sign in with e-mail and password; sets the session cookie",
    permission: "public",
    body: signInBody,
    answer: { kind: "json", status: 200, schema: session },
  },
  redeemSignInLink: {
    noun: "session",
    method: "POST",
    path: "/api/v1/session/redeem",
    summary: "Sign in with the token of a one-time link; sets the session cookie",
    permission: "public",
    body: redeemSignInLinkBody,
    answer: { kind: "json", status: 200, schema: session },
  },
  getSession: {
    noun: "session",
    method: "GET",
    path: "/api/v1/session",
    summary: "Who is asking, in which account, with which role",
    permission: "read",
    answer: { kind: "json", status: 200, schema: session },
  },
  signOut: {
    noun: "session",
    method: "DELETE",
    path: "/api/v1/session",
    summary: "Sign out; the session ends on the server too",
    permission: "public",
    answer: { kind: "empty", status: 204 },
  },
  listApiKeys: {
    noun: "api-key",
    method: "GET",
    path: "/api/v1/api-keys",
    summary: "List API keys, newest first",
    permission: "administer",
    query: listApiKeysQuery,
    answer: { kind: "json", status: 200, schema: apiKeyPage },
  },
  createApiKey: {
    noun: "api-key",
    method: "POST",
    path: "/api/v1/api-keys",
    summary: "Make an API key; the key is shown in this answer only",
    permission: "administer",
    body: createApiKeyBody,
    answer: { kind: "json", status: 201, schema: createdApiKey },
  },
  revokeApiKey: {
    noun: "api-key",
    method: "POST",
    path: "/api/v1/api-keys/:id/revoke",
    summary: "Revoke an API key at once and for ever",
    permission: "administer",
    params: uuidParams,
    answer: { kind: "json", status: 200, schema: apiKey },
  },
  listCarrierAccounts: {
    noun: "carrier-account",
    method: "GET",
    path: "/api/v1/carrier-accounts",
    summary: "List carrier accounts, oldest first",
    permission: "read",
    query: listCarrierAccountsQuery,
    answer: { kind: "json", status: 200, schema: carrierAccountPage },
  },
  createCarrierAccount: {
    noun: "carrier-account",
    method: "POST",
    path: "/api/v1/carrier-accounts",
    summary: "Connect a carrier account; its token is kept encrypted and never shown again",
    permission: "administer",
    body: createCarrierAccountBody,
    answer: { kind: "json", status: 201, schema: carrierAccount },
  },
  listAudit: {
    noun: "audit",
    method: "GET",
    path: "/api/v1/audit",
    summary: "List who changed what, newest first",
    permission: "administer",
    query: listAuditQuery,
    answer: { kind: "json", status: 200, schema: auditPage },
  },
} as const satisfies Record<string, Endpoint>;
