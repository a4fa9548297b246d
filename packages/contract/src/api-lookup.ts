import type { Endpoint } from "./endpoint.ts";
import { listReferencesQuery, references } from "./references.ts";
import { searchQuery, searchResult } from "./search.ts";

export const lookupEndpoints = {
  listReferences: {
    noun: "reference",
    method: "GET",
    path: "/api/v1/references",
    summary: "What in service uses something, and so keeps it from being archived",
    permission: "read",
    query: listReferencesQuery,
    answer: { kind: "json", status: 200, schema: references },
  },
  search: {
    noun: "search",
    method: "GET",
    path: "/api/v1/search",
    summary: "Find nouns by part of a name or number, and calls by number or id",
    permission: "read",
    query: searchQuery,
    answer: { kind: "json", status: 200, schema: searchResult },
  },
} as const satisfies Record<string, Endpoint>;
