// @vitest-environment happy-dom
import type { Target } from "@ccp/contract";
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { PageForm } from "#components/form/page-form.tsx";
import { ApiFailure } from "#api/errors.ts";
import { useEditForm } from "#components/form/use-edit-form.ts";
import { renderSignedIn } from "#testing/render-signed-in.tsx";
import { targetForm, toTargetValues } from "./target-form.ts";
import { aTarget } from "./testing/a-target.ts";
import { TermsSection } from "./terms-section.tsx";

const update = vi.fn<(patch: object) => Promise<Target>>();

const EditTerms = () => {
  const record = useEditForm({
    schema: targetForm,
    noun: aTarget,
    toValues: toTargetValues,
    update,
    reload: () => Promise.resolve(aTarget),
    onSaved: () => undefined,
  });
  return (
    <PageForm record={record} label="Terms of the target">
      <TermsSection form={record.form} />
    </PageForm>
  );
};

const type = (name: string, value: string, area = screen.getByRole("form")): void =>
  void fireEvent.change(within(area).getByLabelText(name), { target: { value } });

const typeTier = (number: number, from: string, revenue: string): void => {
  const row = screen.getByRole("group", { name: `Tier ${number}` });
  type("From", from, row);
  type("Revenue", revenue, row);
};

const choose = (kind: RegExp): void => void fireEvent.click(screen.getByRole("radio", { name: kind }));

const press = (name: string): void => void fireEvent.click(screen.getByRole("button", { name }));

beforeEach(() => {
  history.replaceState(null, "", "/target");
  update.mockReset().mockResolvedValue({ ...aTarget, version: 5 });
});
afterEach(cleanup);

test("terms by the minute are sent as a whole, without what belongs to other kinds", async () => {
  renderSignedIn(<EditTerms />);
  choose(/^By the minute/);
  type("Revenue", "0.85");
  type("Minimum", "60");
  press("Save");
  const revenue = {
    kind: "per-minute",
    microsPerMinute: "850000",
    incrementSeconds: 6,
    minimumSeconds: 60,
    conversion: { kind: "length", seconds: 30, from: "connection" },
  };
  await waitFor(() => expect(update).toHaveBeenCalledWith({ revenue, version: 4 }));
});

test("the condition is chosen apart from the amount, and is asked for its seconds", async () => {
  renderSignedIn(<EditTerms />);
  choose(/^Is dialled/);
  expect(screen.queryByLabelText("Revenue after")).toBeNull();
  choose(/^Has lasted/);
  type("Revenue after", "");
  press("Save");
  await screen.findByText("Fill this in.");
  choose(/^Is dialled/);
  press("Save");
  const revenue = { kind: "fixed", micros: "25000000", conversion: { kind: "dialled" } };
  await waitFor(() => expect(update).toHaveBeenCalledWith({ revenue, version: 4 }));
});

test("tiers are added and taken away, and one is always left", async () => {
  renderSignedIn(<EditTerms />);
  choose(/^By tiers/);
  expect(screen.getByRole("button", { name: "Remove tier 1" })).toHaveProperty("disabled", true);
  press("Add a tier");
  press("Add a tier");
  typeTier(1, "30", "10");
  typeTier(3, "90", "30");
  press("Remove tier 2");
  press("Save");
  const tiers = [
    { fromSeconds: 30, micros: "10000000" },
    { fromSeconds: 90, micros: "30000000" },
  ];
  await waitFor(() => expect(update).toHaveBeenCalledWith({ revenue: { kind: "tiers", tiers }, version: 4 }));
});

test("a tier that does not begin later is refused beside its field, and nothing is sent", async () => {
  renderSignedIn(<EditTerms />);
  choose(/^By tiers/);
  press("Add a tier");
  typeTier(1, "30", "10");
  typeTier(2, "30", "30");
  press("Save");
  const row = screen.getByRole("group", { name: "Tier 2" });
  await within(row).findByText("Each tier begins later than the one before.");
  expect(update).not.toHaveBeenCalled();
});

test("what the server refuses in a tier stands beside that tier", async () => {
  renderSignedIn(<EditTerms />);
  choose(/^By tiers/);
  press("Add a tier");
  typeTier(1, "30", "10");
  typeTier(2, "60", "30");
  const details = [{ path: "body.revenue.tiers.1.micros", message: "That is too dear." }];
  update.mockRejectedValue(new ApiFailure("invalid", "Check the fields.", details));
  press("Save");
  const row = screen.getByRole("group", { name: "Tier 2" });
  await within(row).findByText("That is too dear.");
});

test("closed, the terms are said in words", () => {
  renderSignedIn(<EditTerms />);
  press("Terms");
  expect(screen.getByText("$25.00 a call after 30 s")).toBeDefined();
});
