import { useState, type SyntheticEvent } from "react";
import { Button } from "#ui/button.tsx";
import { Input } from "#ui/input.tsx";
import { toFieldBase, type FieldNames, type FilterEditorProps, type FilterField } from "./filter-field.ts";

type TypedFieldNames = FieldNames & {
  /** How the value is told, such as `over 90 s`. */
  toWords: (value: string) => string;
  placeholder: string;
  inputMode: "numeric" | "tel" | "text";
};

/** A filter by something that is typed, such as a least duration or digits of a number. */
export const typedField = (names: TypedFieldNames): FilterField => ({
  ...toFieldBase(names),
  Words: ({ value }) => names.toWords(value),
  Editor: (props) => <TypedEditor names={names} {...props} />,
});

type TypedEditorProps = FilterEditorProps & { names: TypedFieldNames };

const TypedEditor = ({ names, value, onChange, close }: TypedEditorProps) => {
  const [text, setText] = useState(value ?? "");
  const apply = (event: SyntheticEvent): void => {
    event.preventDefault();
    close();
    onChange(text.trim() === "" ? undefined : text.trim());
  };
  return (
    <form className="flex gap-2" onSubmit={apply}>
      <Input
        aria-label={names.label}
        placeholder={names.placeholder}
        inputMode={names.inputMode}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" variant="primary">
        Apply
      </Button>
    </form>
  );
};
