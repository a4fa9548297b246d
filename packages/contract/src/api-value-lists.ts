import { idsBody } from "./bulk.ts";
import { valueListColumns } from "./columns/value-list-columns.ts";
import type { Endpoint } from "./endpoint.ts";
import { exportQuery } from "./export.ts";
import { uuid, uuidParams } from "./fields.ts";
import {
  createValueListBody,
  listBytesMax,
  listValueListsQuery,
  replaceListValuesBody,
  updateValueListBody,
  valueList,
  valueListItems,
  valueListPage,
} from "./value-list.ts";

export const valueListEndpoints = {
  listValueLists: {
    noun: "value-list",
    method: "GET",
    path: "/api/v1/value-lists",
    summary: "List the lists of values that filters ask for",
    permission: "read",
    query: listValueListsQuery,
    answer: { kind: "json", status: 200, schema: valueListPage },
  },
  exportValueLists: {
    noun: "value-list",
    method: "GET",
    path: "/api/v1/value-lists.csv",
    summary: "The list of value lists as a file",
    permission: "read",
    query: exportQuery(listValueListsQuery, valueListColumns),
    answer: { kind: "csv", name: "value-lists" },
  },
  createValueList: {
    noun: "value-list",
    method: "POST",
    path: "/api/v1/value-lists",
    summary: "Make a value list",
    permission: "write",
    body: createValueListBody,
    bodyMax: listBytesMax,
    answer: { kind: "json", status: 201, schema: valueList },
  },
  archiveValueLists: {
    noun: "value-list",
    method: "POST",
    path: "/api/v1/value-lists/archive",
    summary: "Archive value lists: all or none; refused while filters of targets ask for one",
    permission: "write",
    body: idsBody(uuid),
    answer: { kind: "json", status: 200, schema: valueListItems },
  },
  getValueList: {
    noun: "value-list",
    method: "GET",
    path: "/api/v1/value-lists/:id",
    summary: "Get a value list without its values",
    permission: "read",
    params: uuidParams,
    answer: { kind: "json", status: 200, schema: valueList },
  },
  updateValueList: {
    noun: "value-list",
    method: "PATCH",
    path: "/api/v1/value-lists/:id",
    summary: "Change a value list's name, or bring it back; what is left out stays",
    permission: "write",
    params: uuidParams,
    body: updateValueListBody,
    answer: { kind: "json", status: 200, schema: valueList },
  },
  replaceListValues: {
    noun: "value-list",
    method: "PUT",
    path: "/api/v1/value-lists/:id/values",
    summary: "Give a value list other values in place of all that it has",
    permission: "write",
    params: uuidParams,
    body: replaceListValuesBody,
    bodyMax: listBytesMax,
    answer: { kind: "json", status: 200, schema: valueList },
  },
  downloadListValues: {
    noun: "value-list",
    method: "GET",
    path: "/api/v1/value-lists/:id/values.csv",
    summary: "The values of a list as a file, one in each line",
    permission: "read",
    params: uuidParams,
    answer: { kind: "csv", name: "values" },
  },
} as const satisfies Record<string, Endpoint>;
