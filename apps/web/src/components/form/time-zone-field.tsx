import { useState } from "react";
import type { FieldValues } from "react-hook-form";
import { formatZone } from "#lib/format-time.ts";
import { findTimeZones, toZoneCity } from "#lib/time-zones.ts";
import { useNow } from "#lib/use-now.ts";
import { Combobox, type Choice } from "./combobox.tsx";
import { FieldFrame, useField, type FieldProps } from "./field.tsx";

const shownMax = 60;
const minuteMs = 60_000;

type TimeZoneFieldProps<Values extends FieldValues, Body> = FieldProps<Values, Body, string | null> & {
  /** What it means to choose nothing, such as "The account's (New York)". */
  none?: string;
};

const toClock = (at: number, timeZone: string): string => {
  const clock = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  return `${clock.format(at)} ${formatZone(at, timeZone)}`;
};

const toChoice = (timeZone: string, now: number): Choice => ({
  id: timeZone,
  name: `${toZoneCity(timeZone)} (${timeZone})`,
  detail: toClock(now, timeZone),
});

/** A time zone by a word of its name, with what its clock shows now. */
export const TimeZoneField = <Values extends FieldValues, Body>({
  control,
  name,
  label,
  hint,
  none,
}: TimeZoneFieldProps<Values, Body>) => {
  const [search, setSearch] = useState("");
  const now = useNow(minuteMs);
  const { value: held, error, onChange, onBlur, ref } = useField({ control, name });
  const value = held ?? "";
  const found = findTimeZones(search);
  const nobody: Choice[] = none === undefined || search !== "" ? [] : [{ id: "", name: none }];
  return (
    <FieldFrame name={name} label={label} hint={hint} error={error}>
      {(wiring) => (
        <Combobox
          {...wiring}
          ref={ref}
          searchLabel="Search for a time zone"
          shown={value === "" ? (none ?? "Choose") : `${toZoneCity(value)}, ${toClock(now, value)}`}
          isEmpty={value === ""}
          value={value}
          choices={[...nobody, ...found.slice(0, shownMax).map((zone) => toChoice(zone, now))]}
          search={search}
          onSearch={setSearch}
          onChoose={onChange}
          onBlur={onBlur}
          note={<ZonesNote count={found.length} />}
        />
      )}
    </FieldFrame>
  );
};

const ZonesNote = ({ count }: { count: number }) => {
  if (count > 0 && count <= shownMax) return null;
  return (
    <p className="px-2 py-1 text-label text-grey-11">
      {count === 0 ? "No zone has this name." : `${count - shownMax} more: type a part of the name.`}
    </p>
  );
};
