import { bulkBody, idsBody, itemsOf } from "./bulk.ts";
import {
  createPublisherBody,
  listPublishersQuery,
  publisher,
  publisherPage,
  updatePublisherBody,
} from "./publisher.ts";
import { publisherPayouts } from "./payout.ts";
import { publisherColumns } from "./columns/publisher-columns.ts";
import { ownerUsage, resetCapsBody } from "./cap-usage.ts";
import type { Endpoint } from "./endpoint.ts";
import { exportQuery } from "./export.ts";
import { uuid, uuidParams } from "./fields.ts";

export const publisherEndpoints = {
  listPublishers: {
    noun: "publisher",
    method: "GET",
    path: "/api/v1/publishers",
    summary: "List publishers",
    permission: "read",
    query: listPublishersQuery,
    answer: { kind: "json", status: 200, schema: publisherPage },
  },
  exportPublishers: {
    noun: "publisher",
    method: "GET",
    path: "/api/v1/publishers.csv",
    summary: "The list of publishers as a file",
    permission: "read",
    query: exportQuery(listPublishersQuery, publisherColumns),
    answer: { kind: "csv", name: "publishers" },
  },
  createPublisher: {
    noun: "publisher",
    method: "POST",
    path: "/api/v1/publishers",
    summary: "Create a publisher",
    permission: "write",
    body: createPublisherBody,
    answer: { kind: "json", status: 201, schema: publisher },
  },
  updatePublishers: {
    noun: "publisher",
    method: "PATCH",
    path: "/api/v1/publishers",
    summary: "Change several publishers: all or none",
    permission: "write",
    body: bulkBody(uuid, updatePublisherBody),
    answer: { kind: "json", status: 200, schema: itemsOf(publisher) },
  },
  archivePublishers: {
    noun: "publisher",
    method: "POST",
    path: "/api/v1/publishers/archive",
    summary: "Archive several publishers: all or none",
    permission: "write",
    body: idsBody(uuid),
    answer: { kind: "json", status: 200, schema: itemsOf(publisher) },
  },
  getPublisher: {
    noun: "publisher",
    method: "GET",
    path: "/api/v1/publishers/:id",
    summary: "Get a publisher",
    permission: "read",
    params: uuidParams,
    answer: { kind: "json", status: 200, schema: publisher },
  },
  updatePublisher: {
    noun: "publisher",
    method: "PATCH",
    path: "/api/v1/publishers/:id",
    summary: "Change a publisher; what is left out stays",
    permission: "write",
    params: uuidParams,
    body: updatePublisherBody,
    answer: { kind: "json", status: 200, schema: publisher },
  },
  getPublisherUsage: {
    noun: "publisher",
    method: "GET",
    path: "/api/v1/publishers/:id/usage",
    summary: "What the caps on a publisher's payout have counted, as of now",
    permission: "read",
    params: uuidParams,
    answer: { kind: "json", status: 200, schema: ownerUsage },
  },
  resetPublisherCaps: {
    noun: "publisher",
    method: "POST",
    path: "/api/v1/publishers/:id/reset-caps",
    summary: "Have all caps on a publisher's payout count from zero",
    permission: "write",
    params: uuidParams,
    body: resetCapsBody,
    answer: { kind: "json", status: 200, schema: publisher },
  },
  archivePublisher: {
    noun: "publisher",
    method: "POST",
    path: "/api/v1/publishers/:id/archive",
    summary: "Archive a publisher; refused while numbers are theirs",
    permission: "write",
    params: uuidParams,
    answer: { kind: "json", status: 200, schema: publisher },
  },
  listPublisherPayouts: {
    noun: "publisher",
    method: "GET",
    path: "/api/v1/publishers/:id/payouts",
    summary: "What a publisher is paid in each campaign that it brings calls to or has terms of its own in",
    permission: "read",
    params: uuidParams,
    answer: { kind: "json", status: 200, schema: publisherPayouts },
  },
} as const satisfies Record<string, Endpoint>;
