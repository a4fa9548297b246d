// @vitest-environment happy-dom
import { createTargetBody, fixedRevenue } from "@ccp/contract";
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Link, Route } from "wouter";
import { z } from "zod";
import { ApiFailure } from "#api/errors.ts";
import { moneyText, numberText } from "#lib/typed-fields.ts";
import { renderSignedIn } from "#testing/render-signed-in.tsx";
import { FormSection } from "./form-section.tsx";
import { MoneyField } from "./money-field.tsx";
import { NumberField } from "./number-field.tsx";
import { PageForm } from "./page-form.tsx";
import { TextField } from "./text-field.tsx";
import { useEditForm } from "./use-edit-form.ts";

const schema = z.strictObject({
  name: createTargetBody.shape.name,
  revenueMicros: moneyText(fixedRevenue.shape.micros),
  concurrencyMax: numberText(createTargetBody.shape.concurrencyMax),
});

type Values = z.input<typeof schema>;
type Noun = Values & { version: number };

const stored: Noun = { name: "Front desk", revenueMicros: "10.00", concurrencyMax: "", version: 4 };

const toValues = ({ name, revenueMicros, concurrencyMax }: Noun): Values => ({
  name,
  revenueMicros,
  concurrencyMax,
});

type Server = {
  update: (patch: Record<string, unknown>) => Promise<Noun>;
  reload: () => Promise<Noun>;
  onSaved: (noun: Noun, changes: unknown) => void;
};

const server = {
  update: vi.fn<Server["update"]>(),
  reload: vi.fn<Server["reload"]>(),
  onSaved: vi.fn<Server["onSaved"]>(),
};

const EditTarget = () => {
  const record = useEditForm({ schema, noun: stored, toValues, ...server });
  const { control } = record.form;
  return (
    <PageForm record={record} label="Target">
      <TextField control={control} name="name" label="Name" />
      <MoneyField control={control} name="revenueMicros" label="Revenue" />
      <FormSection control={control} title="Limits" names={["concurrencyMax"]} summary={() => "no limit"}>
        <NumberField control={control} name="concurrencyMax" label="Calls at once" unit="calls" />
      </FormSection>
    </PageForm>
  );
};

const show = () =>
  renderSignedIn(
    <>
      <Link href="/else">Elsewhere</Link>
      <Route path="/target">
        <EditTarget />
      </Route>
      <Route path="/else">Another page</Route>
    </>,
  );

const type = (label: string, value: string): void => {
  const field = screen.getByLabelText(label);
  fireEvent.change(field, { target: { value } });
  fireEvent.blur(field);
};

const save = (): void => void fireEvent.click(screen.getByRole("button", { name: "Save" }));

beforeEach(() => {
  history.replaceState(null, "", "/list");
  history.pushState(null, "", "/target");
  server.update.mockReset().mockResolvedValue({ ...stored, version: 5, revenueMicros: "12.50" });
  server.reload.mockReset();
  server.onSaved.mockReset();
});
afterEach(cleanup);

test("only what changed is sent, as the contract has it, with the version it was changed from", async () => {
  show();
  type("Revenue", "12.5");
  expect(screen.getByText("1 change: Revenue")).toBeDefined();
  save();
  await waitFor(() => expect(server.onSaved).toHaveBeenCalled());
  expect(server.update).toHaveBeenCalledWith({ revenueMicros: "12500000", version: 4 });
  expect(server.onSaved.mock.calls[0]?.[1]).toEqual([
    { key: "revenueMicros", before: "10000000", after: "12500000" },
  ]);
  await screen.findByText("No changes");
});

test("Ctrl+S saves", async () => {
  show();
  type("Name", "Reception");
  fireEvent.keyDown(window, { key: "s", ctrlKey: true });
  await waitFor(() => expect(server.update).toHaveBeenCalledWith({ name: "Reception", version: 4 }));
});

test("what is wrong stands beside its field, is focused, and nothing is sent or lost", async () => {
  show();
  type("Name", " ");
  type("Revenue", "12,5");
  save();
  await screen.findByText("Give a name.");
  expect(screen.getByText("Give an amount with a point, such as 12.50.")).toBeDefined();
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("Name")));
  expect(screen.getByLabelText<HTMLInputElement>("Revenue").value).toBe("12,5");
  expect(server.update).not.toHaveBeenCalled();
});

test("the server's objection opens the section of its field; what has no field here is said with its name", async () => {
  server.update.mockRejectedValue(
    new ApiFailure("invalid", "Check the fields.", [
      { path: "body.concurrencyMax", message: "Too many for this buyer." },
      { path: "body.buyerId", message: "There is no such buyer." },
    ]),
  );
  show();
  type("Name", "Reception");
  save();
  await screen.findByText("Too many for this buyer.");
  expect(screen.getByRole("button", { name: /Limits/ }).getAttribute("aria-expanded")).toBe("true");
  expect(screen.getByRole("alert").textContent).toBe("Buyer: There is no such buyer.");
  expect(screen.getByLabelText<HTMLInputElement>("Name").value).toBe("Reception");
});

test("two people changed it: each field is chosen, and saved from their version on", async () => {
  server.update.mockRejectedValueOnce(new ApiFailure("stale", "Somebody changed this meanwhile."));
  server.reload.mockResolvedValue({
    name: "Office",
    revenueMicros: "15.00",
    concurrencyMax: "9",
    version: 7,
  });
  show();
  type("Name", "Reception");
  type("Revenue", "20");
  save();
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getByText("2 left to choose")).toBeDefined();
  const [mine] = within(dialog.getByRole("radiogroup", { name: "Name" })).getAllByRole("radio");
  const [, theirs] = within(dialog.getByRole("radiogroup", { name: "Revenue" })).getAllByRole("radio");
  for (const side of [mine, theirs]) if (side !== undefined) fireEvent.click(side);
  fireEvent.click(dialog.getByRole("button", { name: "Save these" }));
  await waitFor(() => expect(server.update).toHaveBeenCalledTimes(2));
  expect(server.update).toHaveBeenLastCalledWith({ name: "Reception", version: 7 });
});

test("what was changed meanwhile outside of the form is not asked about", async () => {
  server.update.mockRejectedValueOnce(new ApiFailure("stale", "Somebody changed this meanwhile."));
  server.reload.mockResolvedValue({ ...stored, version: 7 });
  show();
  type("Name", "Reception");
  save();
  await waitFor(() => expect(server.update).toHaveBeenCalledTimes(2));
  expect(server.update).toHaveBeenLastCalledWith({ name: "Reception", version: 7 });
  expect(screen.queryByRole("dialog")).toBeNull();
});

const isAsked = (): boolean => screen.queryByRole("alertdialog") !== null;

test("a link asks before what was typed is lost, and goes where it was to go", async () => {
  show();
  type("Name", "Reception");
  fireEvent.click(screen.getByText("Elsewhere"));
  expect(location.pathname).toBe("/target");
  fireEvent.click(await screen.findByRole("button", { name: "Stay" }));
  await waitFor(() => expect(isAsked()).toBe(false));
  expect(screen.getByLabelText<HTMLInputElement>("Name").value).toBe("Reception");
  fireEvent.click(screen.getByText("Elsewhere"));
  fireEvent.click(await screen.findByRole("button", { name: "Leave without saving" }));
  await screen.findByText("Another page");
});

test("a step back is taken back and asked about", async () => {
  show();
  type("Name", "Reception");
  history.back();
  await screen.findByRole("alertdialog");
  expect(location.pathname).toBe("/target");
  expect(screen.getByLabelText<HTMLInputElement>("Name").value).toBe("Reception");
});

const leaveTab = (): boolean => !window.dispatchEvent(new Event("beforeunload", { cancelable: true }));

test("closing the tab is asked about only while something would be lost", async () => {
  show();
  expect(leaveTab()).toBe(false);
  type("Name", "Reception");
  expect(leaveTab()).toBe(true);
  type("Name", "Front desk");
  expect(leaveTab()).toBe(false);
});
