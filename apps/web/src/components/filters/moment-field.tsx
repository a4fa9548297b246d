import { useState, type SyntheticEvent } from "react";
import { useTimeZone } from "#api/session.ts";
import { formatClock, formatZone } from "#lib/format-time.ts";
import { fromZonedText, toZonedText } from "#lib/zoned-time.ts";
import { Button } from "#ui/button.tsx";
import { Input } from "#ui/input.tsx";
import { toFieldBase, type FieldNames, type FilterEditorProps, type FilterField } from "./filter-field.ts";

/** A filter by a moment, such as the beginning or the end of a range; typed by the account's clock. */
export const momentField = (names: FieldNames): FilterField => ({
  ...toFieldBase(names),
  Words: MomentWords,
  Editor: (props) => <MomentEditor label={names.label} {...props} />,
});

const MomentWords = ({ value }: { value: string }) => {
  const timeZone = useTimeZone();
  const at = Date.parse(value);
  const day = new Intl.DateTimeFormat("en-US", { timeZone, year: "numeric", month: "short", day: "numeric" });
  return `${day.format(at)}, ${formatClock(at, timeZone)}`;
};

const MomentEditor = ({ label, value, onChange, close }: FilterEditorProps & { label: string }) => {
  const timeZone = useTimeZone();
  const [text, setText] = useState(value === undefined ? "" : toZonedText(Date.parse(value), timeZone));
  const at = fromZonedText(text, timeZone);
  const apply = (event: SyntheticEvent): void => {
    event.preventDefault();
    close();
    onChange(at === null ? undefined : new Date(at).toISOString());
  };
  return (
    <form className="grid gap-2" onSubmit={apply}>
      <Input
        type="datetime-local"
        aria-label={label}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="flex items-center justify-between gap-2">
        <span className="text-label text-grey-11">{at === null ? timeZone : formatZone(at, timeZone)}</span>
        <Button type="submit" variant="primary">
          Apply
        </Button>
      </div>
    </form>
  );
};
