// @vitest-environment happy-dom
import type { BlockedCaller } from "@ccp/contract";
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { BlockSheet } from "#components/block/block-sheet.tsx";
import { toStart } from "#components/block/to-start.ts";
import { Toaster } from "#components/toaster.tsx";
import { renderSignedIn } from "#testing/render-signed-in.tsx";
import { ImportSheet } from "./import-sheet.tsx";
import { RemoveBar } from "./remove-bar.tsx";

const campaign = { id: "8f0d7a4e-3b1c-4c52-9a53-0d7f3b2f6a10", name: "Dentists" };

const entry: BlockedCaller = {
  id: 7,
  kind: "number",
  value: "+12025550143",
  campaign,
  reason: "Spam",
  expiresAt: "2026-12-01T00:00:00Z",
  isExpired: false,
  version: 1,
  createdAt: "2026-11-23T00:00:00Z",
  updatedAt: "2026-11-23T00:00:00Z",
};

let asked: { url: string; body: unknown }[];
let answer: () => Response;

beforeEach(() => {
  asked = [];
  answer = () => Response.json({ items: [entry], nextCursor: null });
  vi.stubGlobal("fetch", async (url: string, { method, body }: RequestInit) => {
    if (method !== "GET") asked.push({ url, body: typeof body === "string" ? JSON.parse(body) : null });
    return answer();
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test("removed entries come back as they were by one press", async () => {
  const clear = vi.fn();
  renderSignedIn(
    <>
      <RemoveBar entries={[entry]} onClear={clear} />
      <Toaster />
    </>,
  );
  fireEvent.click(screen.getByRole("button", { name: "Remove 1" }));
  await screen.findByText("Removed (202) 555-0143");
  expect(clear).toHaveBeenCalled();
  fireEvent.click(await screen.findByRole("button", { name: "Undo" }));
  await screen.findByText("(202) 555-0143 is blocked again");
  const { kind, value, reason, expiresAt } = entry;
  expect(asked).toEqual([
    { url: "/api/v1/blocked-callers/remove", body: { ids: [7] } },
    {
      url: "/api/v1/blocked-callers/add",
      body: { items: [{ kind, value, reason, expiresAt, campaignId: campaign.id }] },
    },
  ]);
});

test("every wrong line of an import is named, and what was typed stays", async () => {
  answer = () =>
    Response.json(
      {
        code: "invalid",
        message: "2 lines are wrong; nothing was added.",
        details: [
          { path: "body.text", message: "Line 2: no." },
          { path: "body.text", message: "Line 4: no." },
        ],
        requestId: "r-1",
      },
      { status: 400 },
    );
  renderSignedIn(<ImportSheet campaignId="" onClose={() => undefined} />);
  const field = screen.getByLabelText<HTMLTextAreaElement>("Callers, one a line");
  fireEvent.change(field, { target: { value: "a\nb" } });
  fireEvent.click(screen.getByRole("button", { name: "Add to the list" }));
  await screen.findByText("2 lines are wrong; nothing was added.");
  expect(screen.getByText("Line 2: no.")).toBeDefined();
  expect(screen.getByText("Line 4: no.")).toBeDefined();
  expect(field.value).toBe("a\nb");
});

test("a call's caller is blocked for the call's campaign, whatever the carrier sent", async () => {
  expect(toStart({ caller: "client:alice", campaign: null })).toBeNull();
  expect(toStart({ caller: "+12025550143", campaign: null })).toMatchObject({
    kind: "number",
    campaignId: "",
  });
  const start = toStart({ caller: "+266696687", campaign });
  if (start === null) throw new Error("A withheld number can be blocked.");
  answer = () => Response.json({ ...entry, kind: "anonymous", value: "", items: [], nextCursor: null });
  const close = vi.fn();
  renderSignedIn(<BlockSheet start={start} onClose={close} />);
  expect(screen.queryByLabelText("Number")).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Block" }));
  await waitFor(() => expect(close).toHaveBeenCalled());
  expect(asked[0]?.body).toEqual({
    kind: "anonymous",
    value: "",
    campaignId: campaign.id,
    reason: "",
    expiresAt: null,
  });
});
