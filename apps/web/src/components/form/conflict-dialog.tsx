import { useState } from "react";
import { FieldValue } from "#components/field-value.tsx";
import { toFieldLabel } from "#lib/field-words.ts";
import { Button } from "#ui/button.tsx";
import { Dialog, DialogContent, DialogDescription, DialogFooter, DialogTitle } from "#ui/dialog.tsx";
import { RadioGroup, RadioGroupItem } from "#ui/radio-group.tsx";
import type { Clash, Side } from "./changes.ts";
import type { Conflict } from "./use-record-form.ts";

type Choices = Record<string, Side | null>;

const countOpen = (choices: Choices): number => Object.values(choices).filter((side) => side === null).length;

/** Two people edited the same thing: field by field what it was, what both made of it, and which shall stay. */
export const ConflictDialog = ({ conflict }: { conflict: Conflict }) => {
  const [choices, setChoices] = useState<Choices>(() =>
    Object.fromEntries(conflict.clashes.map(({ key, side }) => [key, side])),
  );
  const open = countOpen(choices);
  const save = (): void => conflict.choose(Object.keys(choices).filter((key) => choices[key] === "mine"));
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && conflict.dismiss()}>
      <DialogContent className="max-w-180">
        <DialogTitle>Somebody changed this meanwhile</DialogTitle>
        <DialogDescription>
          Choose for each field whose version stays. Nothing of yours is saved yet.
        </DialogDescription>
        <div className="mt-4 grid gap-4">
          {conflict.clashes.map((clash) => (
            <ClashChoice
              key={clash.key}
              clash={clash}
              side={choices[clash.key] ?? null}
              onChoose={(side) => setChoices((known) => ({ ...known, [clash.key]: side }))}
            />
          ))}
        </div>
        <DialogFooter className="items-center">
          <p role="status" className="mr-auto text-grey-11">
            {open > 0 && `${open} left to choose`}
          </p>
          <Button onClick={conflict.dismiss}>Keep editing</Button>
          <Button variant="primary" disabled={open > 0} onClick={save}>
            Save these
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
};

type ClashChoiceProps = { clash: Clash; side: Side | null; onChoose: (side: Side) => void };

const ClashChoice = ({ clash, side, onChoose }: ClashChoiceProps) => {
  const { key, was, mine, theirs } = clash;
  const label = toFieldLabel(key);
  return (
    <section>
      <div className="mb-1.5 flex flex-wrap items-baseline gap-x-2">
        <h3 className="font-medium">{label}</h3>
        <p className="min-w-0 text-label break-words text-grey-11">
          It was: <FieldValue fieldKey={key} value={was} />
        </p>
      </div>
      <RadioGroup
        aria-label={label}
        value={side ?? ""}
        onValueChange={(value) => onChoose(value === "mine" ? "mine" : "theirs")}
        className="grid-cols-1 md:grid-cols-2"
      >
        <SideChoice side="mine" title="Mine" fieldKey={key} value={mine} />
        <SideChoice side="theirs" title="Theirs" fieldKey={key} value={theirs} />
      </RadioGroup>
    </section>
  );
};

type SideChoiceProps = { side: Side; title: string; fieldKey: string; value: unknown };

const SideChoice = ({ side, title, fieldKey, value }: SideChoiceProps) => (
  <label className="flex min-w-0 items-start gap-2 rounded-control border border-grey-7 p-2.5 hover:bg-grey-3 has-data-[state=checked]:border-accent has-data-[state=checked]:bg-accent-soft">
    <RadioGroupItem value={side} className="mt-0.5" />
    <span className="min-w-0">
      <span className="block text-label text-grey-11">{title}</span>
      <span className="block break-words">
        <FieldValue fieldKey={fieldKey} value={value} />
      </span>
    </span>
  </label>
);
