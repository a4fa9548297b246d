// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Toaster } from "#components/toaster.tsx";
import { renderSignedIn } from "#testing/render-signed-in.tsx";
import { BulkAssignDialog } from "./bulk-assign-dialog.tsx";

const dentists = "8f0d7a4e-3b1c-4c52-9a53-0d7f3b2f6a10";
const roofers = "1c52f0aa-77a1-4c52-9a53-0d7f3b2f6a11";

const names: Record<string, string> = { [dentists]: "Dentists", [roofers]: "Roofers" };

const answer = (url: string): Response => {
  const id = Object.keys(names).find((each) => url.endsWith(each));
  if (id !== undefined) return Response.json({ id, name: names[id] });
  return Response.json({ items: Object.entries(names).map(([each, name]) => ({ id: each, name })) });
};

beforeEach(() => {
  vi.stubGlobal("fetch", async (url: string) => answer(url));
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe(): void {}
      unobserve(): void {}
      disconnect(): void {}
    },
  );
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const open = () => {
  const update = vi.fn(async () => undefined);
  const onClose = vi.fn();
  renderSignedIn(
    <>
      <BulkAssignDialog
        noun="number"
        rows={[
          { id: 1, name: "(202) 555-0142", before: dentists },
          { id: 2, name: "(202) 555-0143", before: null },
        ]}
        title="Assign a campaign"
        description="Calls from now on go there."
        to={{ noun: "campaignId", label: "Campaign", none: { one: "To a campaign", none: "To none" } }}
        toPatch={(campaignId) => ({ campaignId })}
        update={update}
        onClose={onClose}
      />
      <Toaster />
    </>,
  );
  return { update, onClose };
};

const readPreview = (): (string | null)[] =>
  within(screen.getByRole("region", { name: "What will change" }))
    .getAllByRole("listitem")
    .map(({ textContent }) => textContent);

test("nothing can be changed before something is chosen", () => {
  open();
  expect(screen.getByRole("button", { name: "Change 2 numbers" }).hasAttribute("disabled")).toBe(true);
});

test("what was chosen is shown row by row, saved for all, and undone to what each had", async () => {
  const { update, onClose } = open();
  fireEvent.click(screen.getByRole("combobox", { name: "Campaign" }));
  fireEvent.click(await screen.findByRole("option", { name: "Roofers" }));
  await waitFor(() =>
    expect(readPreview()).toEqual(["(202) 555-0142DentistsRoofers", "(202) 555-0143noneRoofers"]),
  );
  fireEvent.click(screen.getByRole("button", { name: "Change 2 numbers" }));
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  fireEvent.click(await screen.findByText("Undo"));
  await waitFor(() =>
    expect(update.mock.calls).toEqual([
      [[1, 2].map((id) => ({ id, patch: { campaignId: roofers } }))],
      [
        [
          { id: 1, patch: { campaignId: dentists } },
          { id: 2, patch: { campaignId: null } },
        ],
      ],
    ]),
  );
});

test("taking all of them off is a choice of its own", async () => {
  const { update } = open();
  fireEvent.click(screen.getByRole("radio", { name: "To none" }));
  fireEvent.click(screen.getByRole("button", { name: "Change 2 numbers" }));
  await waitFor(() =>
    expect(update).toHaveBeenCalledWith([1, 2].map((id) => ({ id, patch: { campaignId: null } }))),
  );
});
