// @vitest-environment happy-dom
import type { PlanTargetRow } from "@ccp/contract";
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Toaster } from "#components/toaster.tsx";
import { renderSignedIn } from "#testing/render-signed-in.tsx";
import { PlanEditor } from "./plan-editor.tsx";

const id = "8f0d7a4e-3b1c-4c52-9a53-0d7f3b2f6a10";
const target = "1c52f0aa-77a1-4c52-9a53-0d7f3b2f6a11";

const row: PlanTargetRow = {
  kind: "target",
  target: {
    id: target,
    name: "Front desk",
    status: "active",
    buyer: { id: 1, name: "Acme", status: "active" },
    concurrencyMax: null,
    ringTimeoutSeconds: null,
    revenue: { kind: "fixed", micros: "0", conversion: { kind: "connected" } },
    barred: null,
    hours: null,
    timeZone: null,
  },
  priority: 1,
  weight: 3,
  enabled: true,
  revenue: null,
  hours: null,
  ringTimeoutSeconds: null,
  dialAttemptsMax: 1,
  filter: null,
  filterNames: {},
  concurrencyMax: null,
};

const plan = {
  id,
  name: "Mornings",
  status: "active",
  rowCount: 1,
  campaignCount: 2,
  versionNumber: 4,
  version: 9,
  createdAt: "2026-11-23T10:00:00.000Z",
  updatedAt: "2026-11-23T10:00:00.000Z",
};

type Draft = { items: PlanTargetRow[]; version: number };

/** A server that has one plan and keeps what it is sent. */
const createServer = (begun: Draft | null) => {
  let draft = begun;
  const sent: { what: string; body: unknown }[] = [];
  const toShown = (kept: Draft) => ({
    ...kept,
    strategies: [],
    basedOn: 4,
    savedAt: "2026-11-23T10:00:00.000Z",
    savedBy: { kind: "user", id: "1", name: "Ana Ortiz" },
  });
  const answers: Record<string, (body: { version: number; items: { weight: number }[] }) => unknown> = {
    [`GET /plans/${id}`]: () => plan,
    [`GET /plans/${id}/rows`]: () => ({ items: [row], strategies: [], version: 9 }),
    [`GET /plans/${id}/draft`]: () => ({ draft: draft && toShown(draft) }),
    [`PUT /plans/${id}/draft`]: ({ items }) => {
      draft = { items: [{ ...row, weight: items[0]?.weight ?? 0 }], version: (draft?.version ?? 0) + 1 };
      return toShown(draft);
    },
    [`POST /plans/${id}/publish`]: () => {
      const items = draft?.items ?? [];
      draft = null;
      return { items, strategies: [], version: 10 };
    },
  };
  const fetch = async (url: string, { method = "GET", body }: RequestInit = {}): Promise<Response> => {
    const what = `${method} ${url.replace("/api/v1", "")}`;
    const read = typeof body === "string" ? JSON.parse(body) : undefined;
    if (method !== "GET") sent.push({ what, body: read });
    return Response.json(answers[what]?.(read) ?? { items: [], targets: [], nextCursor: null });
  };
  return { fetch, sent };
};

beforeEach(() => {
  vi.stubGlobal(
    "EventSource",
    class {
      addEventListener(): void {}
      close(): void {}
    },
  );
  history.replaceState(null, "", "/plan");
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const open = async (draft: Draft | null) => {
  const server = createServer(draft);
  vi.stubGlobal("fetch", server.fetch);
  renderSignedIn(
    <>
      <PlanEditor plan={plan} />
      <Toaster />
    </>,
  );
  await screen.findByRole("textbox", { name: "Weight of Front desk" });
  return server;
};

const press = (name: string): void => void fireEvent.click(screen.getByRole("button", { name }));

test("what is changed is saved as a draft, and published with a note by who has seen it", async () => {
  const { sent } = await open(null);
  expect(screen.queryByRole("region", { name: "Draft" })).toBeNull();
  const weight = screen.getByRole("textbox", { name: "Weight of Front desk" });
  fireEvent.change(weight, { target: { value: "7" } });
  press("Save the draft");
  const bar = await screen.findByRole("region", { name: "Draft" });
  expect(sent[0]).toMatchObject({
    what: `PUT /plans/${id}/draft`,
    body: { version: null, items: [{ targetId: target, weight: 7 }] },
  });

  const publish = within(bar).getByRole("button", { name: "Publish" });
  await waitFor(() => expect(publish).toHaveProperty("disabled", false));
  fireEvent.click(publish);
  const dialog = await screen.findByRole("alertdialog", { name: "Publish Mornings?" });
  within(dialog).getByText(/becomes version 5: 2 campaigns go by it/);
  within(dialog).getByText("Changes Front desk at priority 1");
  fireEvent.change(within(dialog).getByLabelText("Note"), { target: { value: "More for the front" } });
  fireEvent.click(within(dialog).getByRole("button", { name: "Publish" }));
  await waitFor(() => expect(screen.queryByRole("region", { name: "Draft" })).toBeNull());
  expect(sent[1]).toEqual({
    what: `POST /plans/${id}/publish`,
    body: { version: 9, draftVersion: 1, note: "More for the front" },
  });
});

test("somebody's draft is what one goes on from, and what is typed is saved before it is published", async () => {
  const { sent } = await open({ items: [{ ...row, weight: 8 }], version: 5 });
  const weight = screen.getByRole("textbox", { name: "Weight of Front desk" });
  expect(weight).toHaveProperty("value", "8");
  screen.getByText(/saved by Ana Ortiz/);
  fireEvent.change(weight, { target: { value: "9" } });
  expect(screen.getByRole("button", { name: "Publish" })).toHaveProperty("disabled", true);
  press("Save the draft");
  await waitFor(() => expect(sent).toMatchObject([{ body: { version: 5, items: [{ weight: 9 }] } }]));
});
