import { useState } from "react";
import type { FieldValues } from "react-hook-form";
import { Button } from "#ui/button.tsx";
import { Input } from "#ui/input.tsx";
import { FieldFrame, useField, type FieldProps } from "./field.tsx";

type SecretFieldProps<Values extends FieldValues, Body> = FieldProps<Values, Body, string> & {
  /** The end of the one that is stored, such as "9f3a"; absent where none is. */
  lastFour?: string;
};

/** Written and never read back: the stored one shows its last four, and an empty field leaves it alone. */
export const SecretField = <Values extends FieldValues, Body>({
  control,
  name,
  label,
  hint,
  lastFour,
}: SecretFieldProps<Values, Body>) => {
  const { value, error, onChange, onBlur, ref } = useField({ control, name });
  const [isReplacing, setIsReplacing] = useState(lastFour === undefined);
  const [isShown, setIsShown] = useState(false);
  const isOpen = isReplacing || value !== "";
  const keep = (): void => {
    onChange("");
    setIsReplacing(false);
  };
  return (
    <FieldFrame name={name} label={label} hint={hint} error={error}>
      {(wiring) =>
        isOpen ? (
          <div className="flex gap-2">
            <Input
              {...wiring}
              ref={ref}
              name={name}
              type={isShown ? "text" : "password"}
              autoComplete="new-password"
              spellCheck={false}
              autoFocus={lastFour !== undefined}
              className="font-mono"
              value={value}
              onChange={(event) => onChange(event.target.value)}
              onBlur={onBlur}
            />
            <Button variant="ghost" aria-pressed={isShown} onClick={() => setIsShown(!isShown)}>
              {isShown ? "Hide" : "Show"}
            </Button>
            {lastFour !== undefined && (
              <Button variant="ghost" onClick={keep}>
                Keep the old one
              </Button>
            )}
          </div>
        ) : (
          <div className="flex items-center gap-2">
            <span className="font-mono text-grey-11">•••• {lastFour}</span>
            <Button
              id={wiring.id}
              aria-describedby={wiring["aria-describedby"]}
              onClick={() => setIsReplacing(true)}
            >
              Replace
            </Button>
          </div>
        )
      }
    </FieldFrame>
  );
};
