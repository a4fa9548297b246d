// @vitest-environment happy-dom
import { filterOf, type Column, type Session } from "@ccp/contract";
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Router } from "wouter";
import { memoryLocation } from "wouter/memory-location";
import { z } from "zod";
import { SessionContext } from "#api/session.ts";
import { Drawer, type DrawerSteps } from "#components/drawer/drawer.tsx";
import { choiceField } from "#components/filters/choice-field.tsx";
import { ListPage } from "./list-page.tsx";
import type { ListSpec } from "./list-spec.ts";
import { useListState } from "./use-list-state.ts";

type Row = { id: string; name: string; calls: number };

const session = {
  account: { name: "Acme", currency: "USD", timeZone: "America/New_York" },
  role: "owner",
} as Session;

const columns: readonly Column<Row>[] = [
  {
    id: "name",
    header: "Name",
    group: "General",
    isDefault: true,
    isNumeric: false,
    sort: "name",
    toCell: ({ name }) => ({ kind: "text", text: name }),
  },
  {
    id: "calls",
    header: "Calls",
    group: "Today",
    isDefault: true,
    isNumeric: true,
    sort: "calls",
    toCell: ({ calls }) => ({ kind: "count", value: calls }),
  },
  {
    id: "id",
    header: "Id",
    group: "General",
    isDefault: false,
    isNumeric: false,
    toCell: ({ id }) => ({ kind: "id", id }),
  },
];

const status = { active: "Active", paused: "Paused" };
const fields = [
  choiceField({ key: "status", param: "status", label: "Status", group: "General", choices: status }),
];

const spec: ListSpec<Row> = {
  name: "things",
  query: z.strictObject({
    status: filterOf(z.enum(["active", "paused"])).optional(),
    sort: z.enum(["name", "-name", "calls", "-calls"]),
  }),
  columns,
  filters: fields,
  search: null,
  defaultSort: "name",
  tabs: [],
};

const rows: readonly Row[] = [
  { id: "a", name: "Ada", calls: 3 },
  { id: "b", name: "Ben", calls: 0 },
];

const ThingDrawer = ({ id, steps }: { id: string; steps: DrawerSteps }) => (
  <Drawer title={`Thing ${id}`} steps={steps}>
    Details
  </Drawer>
);

const Things = ({ items }: { items: readonly Row[] }) => {
  const list = useListState(spec);
  return (
    <ListPage
      title="Things"
      list={list}
      rows={{
        items,
        error: null,
        retry: vi.fn(),
        hasMore: false,
        isLoadingMore: false,
        more: vi.fn(),
        isStale: false,
      }}
      fields={fields}
      words={{ one: "thing", many: "things" }}
      csv="exportCalls"
      empty="Make the first one"
      toKey={({ id }) => id}
      toName={({ name }) => name}
      toHref={({ id }) => list.toAddress({ open: id })}
      renderCard={({ name }) => name}
      renderBulk={(selected) => `${selected.map(({ name }) => name).join(" and ")} selected`}
      Drawer={ThingDrawer}
    />
  );
};

const open = (path: string, items = rows) => {
  const location = memoryLocation({ path, record: true });
  render(
    <SessionContext value={session}>
      <Router hook={location.hook} searchHook={location.searchHook}>
        <Things items={items} />
      </Router>
    </SessionContext>,
  );
  return { where: () => location.history.at(-1) };
};

class NoObserver {
  observe = (): void => undefined;
  unobserve = (): void => undefined;
  disconnect = (): void => undefined;
}

beforeEach(() => {
  vi.stubGlobal("IntersectionObserver", NoObserver);
  vi.stubGlobal("ResizeObserver", NoObserver);
  localStorage.clear();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const heads = (): (string | null)[] => screen.getAllByRole("columnheader").map((head) => head.textContent);

test("a press on a column's head sorts by it, and the address says so", () => {
  const { where } = open("/things");
  expect(heads()).toEqual(["Name", "Calls"]);
  fireEvent.click(screen.getByRole("button", { name: "Calls" }));
  expect(where()).toBe("/things?sort=-calls");
  expect(screen.getByRole("columnheader", { name: "Calls" }).getAttribute("aria-sort")).toBe("descending");
});

test("the file holds the columns on the screen, in their order, with the same filters and sort", () => {
  open("/things?status=!paused&columns=calls,name&sort=-name");
  const link = screen.getByRole("link", { name: "CSV" }).getAttribute("href") ?? "";
  expect(Object.fromEntries(new URL(link, "http://x").searchParams)).toEqual({
    status: "!paused",
    sort: "-name",
    columns: "calls,name",
  });
});

test("what this browser remembers goes into the address, so that a copied link shows the same", () => {
  localStorage.setItem("list.things", "columns=id%2Cname&density=comfortable");
  const { where } = open("/things");
  expect(where()).toBe("/things?columns=id,name&density=comfortable");
  expect(heads()).toEqual(["Id", "Name"]);
});

test("columns are added, moved, pinned and put back, and remembered for the next visit", async () => {
  const { where } = open("/things");
  fireEvent.click(screen.getByRole("button", { name: "Columns and density" }));
  fireEvent.click(await screen.findByRole("checkbox", { name: "Id" }));
  expect(where()).toBe("/things?columns=name,calls,id");
  fireEvent.click(screen.getByRole("button", { name: "Move Id up" }));
  expect(where()).toBe("/things?columns=name,id,calls");
  fireEvent.click(screen.getByRole("button", { name: "Pin Calls" }));
  expect(where()).toBe("/things?columns=name,id,calls&pinned=calls");
  expect(localStorage.getItem("list.things")).toContain("pinned=calls");
  fireEvent.click(screen.getByRole("button", { name: "Reset" }));
  expect(where()).toBe("/things");
  expect(localStorage.getItem("list.things")).toBeNull();
});

test("a filter says its values in words, and goes with one press", () => {
  const { where } = open("/things?status=!active,paused");
  expect(screen.getByRole("group", { name: "Filters" }).textContent).toContain(
    "Statusis not Active or Paused",
  );
  fireEvent.click(screen.getByRole("button", { name: "Remove the filter Status" }));
  expect(where()).toBe("/things");
});

test("several values are chosen one after the other, and turned into none of them", async () => {
  const { where } = open("/things?status=active");
  fireEvent.click(screen.getByRole("button", { name: /^Status/ }));
  fireEvent.click(await screen.findByRole("option", { name: "Paused" }));
  expect(where()).toBe("/things?status=active,paused");
  fireEvent.click(screen.getByRole("radio", { name: "is not" }));
  expect(where()).toBe("/things?status=!active,paused");
});

test("selected rows are handed to what can be done with them", () => {
  open("/things");
  fireEvent.click(screen.getByRole("checkbox", { name: "Select Ada" }));
  fireEvent.click(screen.getByRole("checkbox", { name: "Select Ben" }));
  expect(screen.getByText("Ada and Ben selected")).toBeTruthy();
});

test("a row opens its drawer by link, j leads to the next row, and Esc back to the list", () => {
  const { where } = open("/things");
  fireEvent.click(screen.getByRole("link", { name: "Ada" }));
  expect(where()).toBe("/things?open=a");
  expect(within(screen.getByRole("dialog")).getByText("Thing a")).toBeTruthy();
  fireEvent.keyDown(document.body, { key: "j" });
  expect(where()).toBe("/things?open=b");
  fireEvent.keyDown(screen.getByRole("dialog"), { key: "ArrowUp" });
  expect(where()).toBe("/things?open=a");
  fireEvent.keyDown(screen.getByRole("dialog"), { key: "Escape" });
  expect(where()).toBe("/things");
});

test("an empty list says how to begin, one that is only narrowed offers to show all", () => {
  open("/things", []);
  expect(screen.getByText("Make the first one")).toBeTruthy();
  cleanup();
  const { where } = open("/things?status=paused", []);
  fireEvent.click(screen.getByRole("button", { name: "Clear all filters" }));
  expect(where()).toBe("/things");
});
