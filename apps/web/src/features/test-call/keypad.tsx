import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { client } from "#api/client.ts";
import { explainFailure } from "#api/errors.ts";
import { useShortcuts } from "#lib/shortcuts.ts";
import { Button } from "#ui/button.tsx";

const keys = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#"];
const names: Record<string, string> = { "*": "star", "#": "pound" };

/** The caller's phone: keys by mouse, touch or the keyboard's own. */
export const Keypad = ({ testCallId, isOff }: { testCallId: string; isOff: boolean }) => {
  const [pressed, setPressed] = useState("");
  const send = useMutation({
    mutationFn: (digits: string) =>
      client.sendTestCallDigits({ params: { id: testCallId }, body: { digits } }),
  });
  const press = (key: string): void => {
    if (isOff) return;
    setPressed((before) => before + key);
    send.mutate(key);
  };
  useShortcuts(Object.fromEntries(keys.map((key) => [key, () => press(key)])));
  return (
    <div role="group" aria-label="Keypad">
      <output
        aria-label="Keys pressed"
        className="mb-2 block h-8 truncate text-center text-title leading-8 tracking-widest tabular-nums"
      >
        {pressed === "" ? (
          <span className="text-body tracking-normal text-grey-11">No keys pressed yet</span>
        ) : (
          pressed
        )}
      </output>
      <div className="grid grid-cols-3 gap-2">
        {keys.map((key) => (
          <Button
            key={key}
            disabled={isOff}
            className="h-11 text-section"
            aria-label={names[key]}
            onClick={() => press(key)}
          >
            {key}
          </Button>
        ))}
      </div>
      {send.isError && (
        <p role="alert" className="mt-2 text-label font-medium text-bad">
          The key was not sent. {explainFailure(send.error)}
        </p>
      )}
    </div>
  );
};
