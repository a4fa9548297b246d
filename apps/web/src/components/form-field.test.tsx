// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { FormField } from "./form-field.tsx";

afterEach(cleanup);

const describe = (control: HTMLElement): string | null | undefined =>
  document.querySelector(`[id="${control.getAttribute("aria-describedby")}"]`)?.textContent;

test("a control is found by its label and described by its hint", () => {
  render(
    <FormField label="Caller" hint="Any number.">
      {(wiring) => <input {...wiring} />}
    </FormField>,
  );
  const control = screen.getByLabelText("Caller");
  expect(describe(control)).toBe("Any number.");
  expect(control.getAttribute("aria-invalid")).toBe("false");
});

test("what is wrong takes the hint's place and marks the control", () => {
  render(
    <FormField label="Caller" hint="Any number." error="Fill this in.">
      {(wiring) => <input {...wiring} />}
    </FormField>,
  );
  const control = screen.getByLabelText("Caller");
  expect(describe(control)).toBe("Fill this in.");
  expect(control.getAttribute("aria-invalid")).toBe("true");
});
