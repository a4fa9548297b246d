// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { renderSignedIn } from "#testing/render-signed-in.tsx";
import { aTarget } from "./testing/a-target.ts";
import { TargetCheckCard } from "./target-check-card.tsx";

let asked: unknown[];

const closed = {
  rule: "closed",
  verdict: "fails",
  sentence: "is closed until Monday 08:00 (America/Chicago)",
  until: "2026-11-30T14:00:00.000Z",
};

beforeEach(() => {
  vi.stubGlobal(
    "EventSource",
    class {
      addEventListener(): void {}
      close(): void {}
    },
  );
  history.replaceState(null, "", "/target");
  asked = [];
  vi.stubGlobal("fetch", async (_url: string, { body }: RequestInit) => {
    const { from } = JSON.parse(typeof body === "string" ? body : "{}") as { from: string | null };
    asked.push(from);
    const at = "2026-11-23T14:00:00.000Z";
    const filter = { rule: "filtered", verdict: "depends", sentence: "takes some calls", until: null };
    if (from === null) return Response.json({ at, takes: null, rules: [filter] });
    return Response.json({ at, takes: false, rules: [{ ...filter, verdict: "passes" }, closed] });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test("a target is asked about nobody in particular, then about the caller that is typed, which the address keeps", async () => {
  renderSignedIn(<TargetCheckCard target={aTarget} />);
  await screen.findByRole("img", { name: "Depends on the caller" });
  fireEvent.change(screen.getByLabelText("Caller"), { target: { value: "(202) 555-0142" } });
  fireEvent.click(screen.getByRole("button", { name: "Check" }));
  await screen.findByText("No");
  screen.getByRole("img", { name: "Fails" });
  screen.getByText(/is closed until Monday/);
  await waitFor(() => expect(location.search).toContain("caller="));
  expect(asked).toEqual([null, "(202) 555-0142"]);
});
