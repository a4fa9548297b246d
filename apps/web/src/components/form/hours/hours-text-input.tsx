import { toHoursText } from "@ccp/contract";
import { useId, useState } from "react";
import { FormField } from "#components/form-field.tsx";
import { readHoursText, type Weekly } from "#lib/hours-text.ts";
import { Input } from "#ui/input.tsx";

type HoursTextInputProps = { weekly: Weekly; onChange: (weekly: Weekly) => void };

/** The same week in one line, for whoever types faster than they click; the grid follows as soon as it can be read. */
export const HoursTextInput = ({ weekly, onChange }: HoursTextInputProps) => {
  const id = useId();
  const [draft, setDraft] = useState<{ text: string; read: string } | null>(null);
  const canonical = toHoursText(weekly);
  // A week that was changed in the grid since then takes the draft's place.
  const shown = draft === null || draft.read !== canonical ? null : draft.text;
  const reading = shown === null ? null : readHoursText(shown);
  const problem = reading?.kind === "unread" ? reading.problem : undefined;
  const type = (text: string): void => {
    const next = readHoursText(text);
    if (next.kind === "read") {
      setDraft({ text, read: toHoursText(next.weekly) });
      onChange(next.weekly);
    } else {
      setDraft({ text, read: canonical });
    }
  };
  return (
    <FormField
      label="As text"
      hint="A day that is not named is closed."
      error={problem === undefined ? undefined : `${problem} The week below stays as it is.`}
    >
      {(wiring) => (
        <Input
          {...wiring}
          key={id}
          autoComplete="off"
          spellCheck={false}
          value={shown ?? canonical}
          onChange={(event) => type(event.target.value)}
          onBlur={() => problem === undefined && setDraft(null)}
        />
      )}
    </FormField>
  );
};
