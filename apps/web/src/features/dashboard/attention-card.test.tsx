// @vitest-environment happy-dom
import type { Attention } from "@ccp/contract";
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { renderSignedIn } from "#testing/render-signed-in.tsx";
import { AttentionCard } from "./attention-card.tsx";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const id = "8f0d7a4e-3b1c-4c52-9a53-0d7f3b2f6a10";

const failing: Attention = {
  kind: "target-failing",
  noun: "target",
  id,
  name: "Acme front desk",
  sentence: "Acme front desk missed the last 3 calls in a row.",
  count: 3,
  limit: null,
  filters: { id: "a,b,c" },
};

test("a count leads to exactly the calls that are counted", () => {
  renderSignedIn(<AttentionCard items={[failing]} />);
  expect(screen.getByRole("link", { name: "See the 3 calls" }).getAttribute("href")).toBe("/calls?id=a,b,c");
});

test("a target that fails is paused on the spot", async () => {
  const fetch = vi.fn<typeof globalThis.fetch>(() => Promise.resolve(Response.json({ items: [] })));
  vi.stubGlobal("fetch", fetch);
  renderSignedIn(<AttentionCard items={[failing]} />);
  fireEvent.click(screen.getByRole("button", { name: "Pause target" }));
  await waitFor(() => expect(fetch).toHaveBeenCalled());
  expect(fetch.mock.calls[0]?.[1]?.body).toBe(
    JSON.stringify({ items: [{ id, patch: { status: "paused" } }] }),
  );
});

test("a number that leads nowhere is put right on its own page", () => {
  const lost: Attention = {
    ...failing,
    kind: "number-leads-nowhere",
    noun: "number",
    id: "7",
    filters: null,
  };
  renderSignedIn(<AttentionCard items={[lost]} />);
  expect(screen.getByRole("link", { name: "Choose a campaign" }).getAttribute("href")).toBe("/numbers/7");
});

test("events are booked in the order in which they happened", async () => {
  const events: Attention = { ...failing, kind: "events-quarantined", noun: "quarantined-event", id: null };
  const asked: string[] = [];
  vi.stubGlobal("fetch", (url: string) => {
    asked.push(url);
    return Promise.resolve(Response.json({ items: [1, 2].map((each) => ({ id: each, replayedAt: null })) }));
  });
  renderSignedIn(<AttentionCard items={[events]} />);
  fireEvent.click(screen.getByRole("button", { name: "Book them now" }));
  await waitFor(() => expect(asked).toHaveLength(3));
  expect(asked.slice(1).map((url) => /\d+(?=\/replay)/.exec(url)?.[0])).toEqual(["2", "1"]);
});

test("with nothing to do it says so", () => {
  renderSignedIn(<AttentionCard items={[]} />);
  expect(screen.getByText(/^Nothing\./)).toBeTruthy();
});
