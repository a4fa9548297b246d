import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { FieldValues } from "react-hook-form";
import { toApiFailure } from "#api/errors.ts";
import { isTouched, listChangedKeys, listClashes, pickKeys } from "./changes.ts";
import { useRecordForm, type FormSchema, type RecordForm } from "./use-record-form.ts";

type Versioned = { version: number };

/** A change of one field, as the contract's body has it before and after. */
export type SavedChange = { key: string; before: unknown; after: unknown };

type EditFormOptions<Values, Body, Noun> = {
  schema: FormSchema<Values, Body>;
  noun: Noun;
  toValues: (noun: Noun) => Values;
  /** Gets only what changed, and the version it was changed from. */
  update: (patch: Partial<Body> & Versioned) => Promise<Noun>;
  /** Fetches the noun anew when somebody else was faster. */
  reload: () => Promise<Noun>;
  onSaved: (noun: Noun, changes: SavedChange[]) => void;
};

type Written<Noun> = { kind: "saved" | "touched"; noun: Noun };

/** Writes, and once more over a version that came meanwhile, unless that touched what this form is about. */
const write = async <Patch extends Versioned, Noun extends Versioned>(
  patch: Patch,
  isTouchedBy: (current: Noun) => boolean,
  { update, reload }: { update: (patch: Patch) => Promise<Noun>; reload: () => Promise<Noun> },
): Promise<Written<Noun>> => {
  try {
    return { kind: "saved", noun: await update(patch) };
  } catch (error) {
    if (toApiFailure(error).code !== "stale") throw error;
    const current = await reload();
    if (isTouchedBy(current)) return { kind: "touched", noun: current };
    return { kind: "saved", noun: await update({ ...patch, version: current.version }) };
  }
};

/** A form over something that exists: sends only what changed, and shows both versions where two people changed it. */
export const useEditForm = <
  Values extends FieldValues,
  Body extends Record<string, unknown>,
  Noun extends Versioned,
>({
  schema,
  noun,
  toValues,
  update,
  reload,
  onSaved,
}: EditFormOptions<Values, Body, Noun>): RecordForm<Values, Body> => {
  const version = useRef(noun.version);
  const [theirs, setTheirs] = useState<Noun | null>(null);
  const toBody = (values: Values): Record<string, unknown> => schema.safeParse(values).data ?? values;

  const save = async (body: Body, typed: Values): Promise<void> => {
    const base = record.readBase();
    const keys = listChangedKeys(base, typed);
    if (keys.length === 0) return;
    const was = toBody(base);
    const isTouchedBy = (current: Noun): boolean =>
      isTouched({ was, mine: body, theirs: toBody(toValues(current)) });
    const written = await write({ ...pickKeys(body, keys), version: version.current }, isTouchedBy, {
      update,
      reload,
    });
    if (written.kind === "touched") return setTheirs(written.noun);
    const saved = written.noun;
    version.current = saved.version;
    record.rebase(toValues(saved));
    onSaved(
      saved,
      keys.map((key) => ({ key, before: was[key], after: body[key] })),
    );
  };
  const record = useRecordForm({ schema, values: toValues(noun), save });

  // Somebody else's change shows at once where nothing was typed; otherwise saving finds it.
  const follow = useEffectEvent((next: Noun) => {
    if (next.version <= version.current || record.isDirty()) return;
    version.current = next.version;
    record.rebase(toValues(next));
  });
  useEffect(() => follow(noun), [noun]);

  const choose = (theirs: Noun, mine: readonly string[]): void => {
    const typed = record.form.getValues();
    version.current = theirs.version;
    record.rebase(toValues(theirs));
    record.form.reset({ ...toValues(theirs), ...pickKeys(typed, mine) }, { keepDefaultValues: true });
    setTheirs(null);
    void record.submit();
  };
  const conflict = theirs && {
    clashes: listClashes({
      was: toBody(record.base),
      mine: toBody(record.form.getValues()),
      theirs: toBody(toValues(theirs)),
    }),
    choose: (mine: readonly string[]) => choose(theirs, mine),
    dismiss: () => setTheirs(null),
  };
  return { ...record, isNew: false, conflict };
};
