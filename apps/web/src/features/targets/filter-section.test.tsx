// @vitest-environment happy-dom
import type { CallFilter } from "@ccp/engine";
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { PageForm } from "#components/form/page-form.tsx";
import { useEditForm } from "#components/form/use-edit-form.ts";
import { renderSignedIn } from "#testing/render-signed-in.tsx";
import { aTarget } from "./testing/a-target.ts";
import { FilterSection } from "./filter-section.tsx";
import { targetForm, toTargetValues } from "./target-form.ts";

const filter: CallFilter = {
  all: [{ any: [{ tag: "InboundNumber:State", operator: "equals-any", values: ["CA", "OR"] }] }],
};

const update = vi.fn<(patch: object) => Promise<typeof aTarget>>();

const EditFilter = ({ from }: { from: CallFilter | null }) => {
  const stored = { ...aTarget, filter: from };
  const record = useEditForm({
    schema: targetForm,
    noun: stored,
    toValues: toTargetValues,
    update,
    reload: () => Promise.resolve(stored),
    onSaved: () => undefined,
  });
  return (
    <PageForm record={record} label="Filter of the target">
      <FilterSection control={record.form.control} timeZone={null} isOpenAtFirst />
    </PageForm>
  );
};

let tried: unknown[];

beforeEach(() => {
  history.replaceState(null, "", "/target");
  update.mockReset().mockResolvedValue({ ...aTarget, version: 5 });
  tried = [];
  vi.stubGlobal("fetch", async (_url: string, { body }: RequestInit) => {
    if (typeof body === "string") tried.push(JSON.parse(body));
    const conditions = [{ block: 0, condition: 0, seen: ["CA", "NV"], unseen: ["OR"] }];
    return Response.json({ calls: 100, matched: 37, conditions, items: [], nextCursor: null });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const press = (name: string): void => void fireEvent.click(screen.getByRole("button", { name }));

const row = (name: string) => within(screen.getByRole("group", { name }));

const typeValue = (text: string, at: string): void => {
  const box = row(at).getByLabelText("Value");
  fireEvent.change(box, { target: { value: text } });
  fireEvent.keyDown(box, { key: "Enter" });
};

test("rules are tried on the last calls, and values that none of them had are named", async () => {
  renderSignedIn(<EditFilter from={filter} />);
  await screen.findByText("Matches 37 of the last 100 calls.");
  expect(screen.getByText("None of the last 100 calls had OR")).toBeDefined();
  expect(tried).toEqual([{ filter, timeZone: null }]);
});

test("values become chips by Enter and by commas, and a chip is taken away by its button", async () => {
  renderSignedIn(<EditFilter from={filter} />);
  typeValue("WA", "Block 1, condition 1");
  fireEvent.change(row("Block 1, condition 1").getByLabelText("Value"), { target: { value: "NV, AZ" } });
  press("Remove CA");
  press("Save");
  const values = ["OR", "WA", "NV", "AZ"];
  const any = [{ tag: "InboundNumber:State", operator: "equals-any", values }];
  await waitFor(() => expect(update).toHaveBeenCalledWith({ filter: { all: [{ any }] }, version: 4 }));
});

test("or adds to a block, and adds a block, and what is left empty is refused beside it", async () => {
  renderSignedIn(<EditFilter from={filter} />);
  press("Add an or rule");
  press("Add an and rule");
  press("Save");
  await row("Block 1, condition 2").findByText("Give a value.");
  await row("Block 2, condition 1").findByText("Give a value.");
  expect(update).not.toHaveBeenCalled();
  typeValue("TX", "Block 1, condition 2");
  press("Remove block 2, condition 1");
  press("Save");
  const [first] = filter.all[0]?.any ?? [];
  const any = [first, { tag: "InboundNumber:State", operator: "equals-any", values: ["TX"] }];
  await waitFor(() => expect(update).toHaveBeenCalledWith({ filter: { all: [{ any }] }, version: 4 }));
});

test("without its last rule a target takes all calls, and closed the section says so", async () => {
  renderSignedIn(<EditFilter from={filter} />);
  press("Filters");
  screen.getByText("Only when the caller's state is CA or OR");
  press("Filters Only when the caller's state is CA or OR");
  press("Remove block 1, condition 1");
  expect(screen.getByText("Takes all calls.")).toBeDefined();
  press("Save");
  await waitFor(() => expect(update).toHaveBeenCalledWith({ filter: null, version: 4 }));
});
