// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Toaster } from "#components/toaster.tsx";
import { renderSignedIn } from "#testing/render-signed-in.tsx";
import { ArchiveDialog } from "./archive-dialog.tsx";
import { BulkBar } from "./bulk-bar.tsx";
import { HistoryTab } from "./history-tab.tsx";
import type { NounRow } from "./noun-operations.ts";
import { StatusSwitch } from "./status-switch.tsx";

const acme: NounRow = { id: 3, name: "Acme Dental", status: "active" };
const bright: NounRow = { id: 4, name: "Bright Smiles", status: "paused" };

type Asked = { method: string | undefined; url: string; body: unknown };

let asked: Asked[];
let answers: Record<string, () => Response>;

const answer = (url: string): Response => {
  const found = Object.entries(answers).find(([part]) => url.includes(part));
  return found === undefined ? Response.json({ items: [] }) : found[1]();
};

beforeEach(() => {
  asked = [];
  answers = {};
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    const body: unknown = typeof init.body === "string" ? JSON.parse(init.body) : null;
    asked.push({ method: init.method, url, body });
    return answer(url);
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const writes = () => asked.filter(({ method }) => method !== "GET").map(({ url, body }) => ({ url, body }));

test("pausing happens at once, says so, and is undone by one press", async () => {
  renderSignedIn(
    <>
      <StatusSwitch noun="buyer" row={acme} />
      <Toaster />
    </>,
  );
  fireEvent.click(screen.getByRole("switch", { name: "Acme Dental is active" }));
  await screen.findByText("Paused Acme Dental");
  fireEvent.click(await screen.findByRole("button", { name: "Undo" }));
  await screen.findByText("Acme Dental is as before");
  expect(writes()).toEqual([
    { url: "/api/v1/buyers", body: { items: [{ id: 3, patch: { status: "paused" } }] } },
    { url: "/api/v1/buyers", body: { items: [{ id: 3, patch: { status: "active" } }] } },
  ]);
});

test("of several, only those that are not so yet are changed", async () => {
  renderSignedIn(<BulkBar noun="buyer" rows={[acme, bright]} onClear={() => undefined} />);
  expect(screen.getByText("2 selected")).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Resume 1" }));
  await waitFor(() =>
    expect(writes()).toEqual([
      { url: "/api/v1/buyers", body: { items: [{ id: 4, patch: { status: "active" } }] } },
    ]),
  );
});

const never = (): never => {
  throw new Error("Nothing was to be archived.");
};

test("what is in use shows who uses it and cannot be archived", async () => {
  const campaign = "8f0d7a4e-3b1c-4c52-9a53-0d7f3b2f6a10";
  answers["/references"] = () =>
    Response.json({
      total: 1,
      items: [{ noun: "target", id: campaign, name: "Front desk", how: "is theirs" }],
    });
  renderSignedIn(<ArchiveDialog noun="buyer" rows={[acme]} onClose={() => undefined} onArchived={never} />);
  const link = await screen.findByRole("link", { name: "Front desk" });
  expect(link.getAttribute("href")).toBe(`/targets/${campaign}`);
  expect(screen.queryByRole("button", { name: "Archive" })).toBeNull();
});

test("a refusal of several names the ones that are in use", async () => {
  answers["/archive"] = () =>
    Response.json(
      {
        code: "in-use",
        message: "Some are in use.",
        details: [{ path: "body.ids.1", message: "Targets of theirs are in service." }],
        requestId: "r-1",
      },
      { status: 409 },
    );
  renderSignedIn(
    <ArchiveDialog noun="buyer" rows={[acme, bright]} onClose={() => undefined} onArchived={never} />,
  );
  fireEvent.click(screen.getByRole("button", { name: "Archive" }));
  await screen.findByText("Bright Smiles: Targets of theirs are in service.");
});

test("history tells who changed what, before and after, in words", async () => {
  answers["/audit"] = () =>
    Response.json({
      nextCursor: null,
      items: [
        {
          id: 2,
          at: "2026-11-23T14:05:00Z",
          actor: { kind: "user", id: "1", name: "Ana Ortiz" },
          action: "update",
          noun: "target",
          nounId: "t-1",
          nounName: "Front desk",
          before: { revenueMicros: "10000000", version: 1 },
          after: { revenueMicros: "12500000", version: 2 },
          requestId: null,
        },
      ],
    });
  renderSignedIn(<HistoryTab noun="target" nounId="t-1" />);
  await screen.findByText("Ana Ortiz");
  expect(screen.getByText("Revenue").parentElement?.textContent).toBe("Revenue$10.00$12.50");
  expect(asked[0]?.url).toContain("noun=target&nounId=t-1");
});
