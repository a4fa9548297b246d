import { filterOf, type Column } from "@ccp/contract";
import { expect, test } from "vitest";
import { z } from "zod";
import type { ListSpec } from "./list-spec.ts";
import { readListState, toListQuery, toShownColumns, toStoredLook, writeListState } from "./list-state.ts";

type Row = { name: string };

const column = (id: string, isDefault = true): Column<Row> => ({
  id,
  header: id,
  group: "General",
  isDefault,
  isNumeric: false,
  toCell: ({ name }) => ({ kind: "text", text: name }),
});

const spec: ListSpec<Row> = {
  name: "things",
  query: z.strictObject({
    search: z.string().max(10).optional(),
    status: filterOf(z.enum(["active", "paused", "archived"])).optional(),
    buyerId: filterOf(z.coerce.number().int()).optional(),
    sort: z.enum(["name", "-name", "createdAt", "-createdAt"]),
  }),
  columns: [column("name"), column("buyer"), column("id", false)],
  filters: [
    { key: "status", toQuery: (value) => ({ status: value }) },
    { key: "buyer", toQuery: (value) => ({ buyerId: value }) },
  ],
  search: { key: "q", param: "search", placeholder: "Name" },
  defaultSort: "name",
  tabs: [
    { id: "current", label: "Current", query: {} },
    { id: "archived", label: "Archived", query: { status: "archived" } },
  ],
};

const read = (search: string, stored: string | null = null) => readListState(spec, search, stored);

test("an empty address is the list as it usually stands, and that list is the empty address", () => {
  const state = read("");
  expect(state).toEqual({
    tab: "current",
    search: "",
    filters: {},
    sort: "name",
    columns: ["name", "buyer"],
    pinned: [],
    density: "compact",
    open: null,
  });
  expect(writeListState(spec, state, "")).toBe("");
});

test("every part of the state survives the way through the address", () => {
  const address =
    "tab=archived&q=ace&status=!active,paused&buyer=7&sort=-createdAt&columns=id,name&pinned=id&density=comfortable&open=42";
  expect(writeListState(spec, read(address), "")).toBe(address);
});

test("the same state is the same address, whatever order it came in", () => {
  const one = writeListState(spec, read("buyer=7&status=active"), "");
  expect(writeListState(spec, read("status=active&buyer=7"), "")).toBe(one);
});

test("what the API would refuse is left out of an old or mistyped link", () => {
  const state = read(
    "status=gone&buyer=x&sort=colour&columns=colour&pinned=id&density=huge&tab=none&q=far-too-long-text",
  );
  expect(state).toEqual(read(""));
});

test("what others keep in the address stays there", () => {
  expect(writeListState(spec, read("form=new&status=active"), "form=new&status=active")).toBe(
    "form=new&status=active",
  );
});

test("what this browser remembers fills in where the address is silent, and the address wins", () => {
  const stored = toStoredLook(spec, { columns: ["id"], pinned: [], density: "comfortable" });
  expect(read("", stored)).toMatchObject({ columns: ["id"], density: "comfortable" });
  expect(read("columns=buyer", stored)).toMatchObject({ columns: ["buyer"], density: "comfortable" });
});

test("the usual look is nothing to remember", () => {
  expect(toStoredLook(spec, { columns: ["name", "buyer"], pinned: [], density: "compact" })).toBeNull();
});

test("the query speaks the API's words: the view's own, then filters, search and sort", () => {
  expect(toListQuery(spec, read("tab=archived&buyer=!7,8&q=ace"))).toEqual({
    status: "archived",
    buyerId: "!7,8",
    search: "ace",
    sort: "name",
  });
  expect(toListQuery(spec, read("tab=archived&status=paused"))).toMatchObject({ status: "paused" });
});

test("pinned columns come first", () => {
  const shown = toShownColumns(spec.columns, { columns: ["name", "buyer", "id"], pinned: ["id"] });
  expect(shown.map(({ id }) => id)).toEqual(["id", "name", "buyer"]);
});
