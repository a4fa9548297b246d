// @vitest-environment happy-dom
import { hours, type Hours } from "@ccp/engine";
import { zodResolver } from "@hookform/resolvers/zod";
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { useForm, useWatch } from "react-hook-form";
import { afterEach, expect, test } from "vitest";
import { z } from "zod";
import { toWeekly } from "#lib/hours-text.ts";
import { renderSignedIn } from "#testing/render-signed-in.tsx";
import { HoursField } from "./hours-field.tsx";

const schema = z.strictObject({ hours: hours.nullable() });

type Values = { hours: Hours | null };

const read = (): Values => JSON.parse(screen.getByTestId("values").textContent) as Values;

const Harness = ({ start }: { start: Hours | null }) => {
  const form = useForm<Values, unknown, Values>({
    resolver: zodResolver(schema),
    defaultValues: { hours: start },
  });
  return (
    <form onSubmit={(event) => void form.handleSubmit(() => undefined)(event)} aria-label="Form">
      <output data-testid="values">{JSON.stringify(useWatch({ control: form.control }))}</output>
      <HoursField
        control={form.control}
        name="hours"
        label="Only at certain hours"
        timeZone="America/Chicago"
      />
    </form>
  );
};

const office: Hours = {
  weekly: toWeekly((day) => (day === "mon" ? [{ from: "09:00", to: "17:00" }] : [])),
  exceptions: [],
};

const text = (): HTMLInputElement => screen.getByLabelText("As text");

afterEach(cleanup);

test("the grid and the text are one week", () => {
  renderSignedIn(<Harness start={office} />);
  expect(text().value).toBe("Mon 09:00-17:00; Tue-Sun closed");
  fireEvent.change(text(), { target: { value: "Mon-Tue 9-12" } });
  expect(screen.getByLabelText<HTMLInputElement>("Tuesday: to").value).toBe("12:00");
  fireEvent.blur(text());
  fireEvent.change(screen.getByLabelText("Tuesday: to"), { target: { value: "1pm" } });
  fireEvent.blur(screen.getByLabelText("Tuesday: to"));
  expect(text().value).toBe("Mon 09:00-12:00; Tue 09:00-13:00; Wed-Sun closed");
});

test("a text that cannot be read is said so, stays, and leaves the week alone", () => {
  renderSignedIn(<Harness start={office} />);
  fireEvent.change(text(), { target: { value: "Mon 9-" } });
  fireEvent.blur(text());
  expect(text().value).toBe("Mon 9-");
  expect(text().getAttribute("aria-invalid")).toBe("true");
  expect(read().hours?.weekly).toEqual(office.weekly);
});

test("a break is a second span, and a day can be copied", () => {
  renderSignedIn(<Harness start={office} />);
  fireEvent.click(screen.getByRole("button", { name: "Add hours to Monday" }));
  expect(read().hours?.weekly.mon).toHaveLength(2);
  fireEvent.click(screen.getByRole("button", { name: "Weekdays 9–5" }));
  expect(text().value).toBe("Mon-Fri 09:00-17:00; Sat-Sun closed");
});

test("always open is no hours at all, and what was set comes back when it is switched on again", () => {
  renderSignedIn(<Harness start={office} />);
  const limit = screen.getByRole("switch", { name: "Only at certain hours" });
  fireEvent.click(limit);
  expect(read().hours).toBeNull();
  fireEvent.click(limit);
  expect(read().hours).toEqual(office);
});

test("an exception has a date, a name and hours of its own, and a fault in it stands beside it", async () => {
  renderSignedIn(<Harness start={office} />);
  fireEvent.click(screen.getByRole("button", { name: "Add a date" }));
  fireEvent.submit(screen.getByRole("form", { name: "Form" }));
  await screen.findByText(/Give a date as YYYY-MM-DD/);
  const row = within(screen.getByRole("region", { name: "Exceptions" }));
  fireEvent.change(row.getByLabelText("Date"), { target: { value: "2026-12-25" } });
  fireEvent.click(row.getByRole("button", { name: "Open it for some hours" }));
  expect(read().hours?.exceptions).toEqual([
    { date: "2026-12-25", label: "", open: [{ from: "09:00", to: "17:00" }] },
  ]);
});

test("whether it is open now is judged by what judges the calls", () => {
  renderSignedIn(<Harness start={{ ...office, weekly: toWeekly(() => [{ from: "00:00", to: "24:00" }]) }} />);
  expect(screen.getByText("Open now")).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Never" }));
  expect(screen.getByText("Closed now")).toBeDefined();
});
