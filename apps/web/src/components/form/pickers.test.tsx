// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { useForm, useWatch } from "react-hook-form";
import { afterEach, expect, test } from "vitest";
import { renderSignedIn } from "#testing/render-signed-in.tsx";
import { CountryField } from "./country-field.tsx";
import { InheritedField } from "./inherited-field.tsx";
import { NumberField } from "./number-field.tsx";
import { SecretField } from "./secret-field.tsx";
import { TimeZoneField } from "./time-zone-field.tsx";

type Values = { country: string; timeZone: string; ring: string | null; token: string };

const read = (): Values => JSON.parse(screen.getByTestId("values").textContent) as Values;

const Harness = () => {
  const { control } = useForm<Values, unknown, Values>({
    defaultValues: { country: "US", timeZone: "America/Chicago", ring: null, token: "" },
  });
  return (
    <>
      <output data-testid="values">{JSON.stringify(useWatch({ control }))}</output>
      <CountryField control={control} name="country" label="Country" />
      <TimeZoneField control={control} name="timeZone" label="Time zone" />
      <InheritedField
        control={control}
        name="ring"
        label="Ring time"
        inherited={{ text: "25 seconds", from: "the campaign" }}
        start="25"
      >
        <NumberField control={control} name="ring" label="Ring time" unit="seconds" />
      </InheritedField>
      <SecretField control={control} name="token" label="Auth token" lastFour="9f3a" />
    </>
  );
};

afterEach(cleanup);

const pick = (label: string, search: string, choice: RegExp): void => {
  fireEvent.click(screen.getByLabelText(label));
  fireEvent.change(screen.getByPlaceholderText("Search"), { target: { value: search } });
  fireEvent.click(screen.getByRole("option", { name: choice }));
};

test("a country is found by its name and kept by its letters", () => {
  renderSignedIn(<Harness />);
  pick("Country", "kingdom", /United Kingdom/);
  expect(read().country).toBe("GB");
  expect(screen.getByLabelText("Country").textContent).toBe("United Kingdom");
});

test("a time zone is found by a word of its name", () => {
  renderSignedIn(<Harness />);
  pick("Time zone", "new york", /America\/New_York/);
  expect(read().timeZone).toBe("America/New_York");
});

test("an inherited value says whose it is, is set here, and is given back", () => {
  renderSignedIn(<Harness />);
  expect(screen.getByText("from the campaign")).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Set here" }));
  expect(document.activeElement).toBe(screen.getByLabelText("Ring time"));
  expect(read().ring).toBe("25");
  fireEvent.click(screen.getByRole("button", { name: /Reset to 25 seconds/ }));
  expect(read().ring).toBeNull();
});

test("a stored secret shows its end alone; replacing it can be thought better of", () => {
  renderSignedIn(<Harness />);
  expect(screen.getByText(/9f3a/)).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Auth token" }));
  fireEvent.change(screen.getByLabelText("Auth token"), { target: { value: "new-token" } });
  expect(read().token).toBe("new-token");
  fireEvent.click(screen.getByRole("button", { name: "Keep the old one" }));
  expect(read().token).toBe("");
});
