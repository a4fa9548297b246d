import { attestations } from "@ccp/engine";
import { fromZonedText } from "#lib/zoned-time.ts";

/** What is typed about a call that nobody makes; every text may be empty. */
export type TrialValues = {
  from: string;
  number: string;
  publisher: string;
  /** What the clock of `zone` shows when the call comes; empty: now. */
  when: string;
  zone: string;
  city: string;
  state: string;
  zip: string;
  country: string;
  attestation: string;
  /** `draft`, or empty for what is published. */
  rows: string;
  seed: string;
};

const empty: TrialValues = {
  from: "",
  number: "",
  publisher: "",
  when: "",
  zone: "",
  city: "",
  state: "",
  zip: "",
  country: "",
  attestation: "none",
  rows: "",
  seed: "1",
};

const keys = Object.keys(empty) as (keyof TrialValues)[];

/** As they stand in the page's address. */
export const readTrialValues = (params: URLSearchParams): TrialValues => {
  const found = { ...empty };
  for (const key of keys) found[key] = params.get(key) ?? empty[key];
  return found;
};

/** Into the page's address; what is as usual is left out, and other parts of the address stay. */
export const writeTrialValues = (params: URLSearchParams, values: TrialValues): URLSearchParams => {
  const written = new URLSearchParams(params);
  for (const key of keys) {
    if (values[key] === empty[key]) written.delete(key);
    else written.set(key, values[key]);
  }
  return written;
};

const toText = (text: string): string | null => (text.trim() === "" ? null : text.trim());

/** The same as a question to the server; null while nobody is named as the caller. */
export const toQuestion = (values: TrialValues, accountZone: string) => {
  const { from, number, publisher, when, zone, seed } = values;
  if (from.trim() === "") return null;
  const at = when === "" ? null : fromZonedText(when, zone === "" ? accountZone : zone);
  return {
    from: from.trim(),
    numberId: number === "" ? null : Number(number),
    publisherId: number === "" ? toText(publisher) : null,
    city: toText(values.city),
    state: toText(values.state),
    zip: toText(values.zip),
    country: toText(values.country),
    attestation: attestations.find((each) => each === values.attestation) ?? "none",
    at: at === null ? null : new Date(at).toISOString(),
    draft: values.rows === "draft",
    seed: seed.trim() === "" ? empty.seed : seed.trim(),
  };
};

export type Question = NonNullable<ReturnType<typeof toQuestion>>;
