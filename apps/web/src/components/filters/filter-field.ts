import type { ComponentType } from "react";
import type { ListFilter } from "#components/list-page/list-spec.ts";

export type FilterEditorProps = {
  value: string | undefined;
  /** Acts at once; undefined takes the filter away. */
  onChange: (value: string | undefined) => void;
  close: () => void;
};

/** A filter that a list offers: how its value is told in words, and how it is chosen. */
export type FilterField = ListFilter & {
  label: string;
  /** Heading in the list of filters. */
  group: string;
  /** Such as "is Active or Paused"; the label stands before it. */
  Words: ComponentType<{ value: string }>;
  Editor: ComponentType<FilterEditorProps>;
};

/** What a field is called by the address and on the screen, and what the API calls it. */
export type FieldNames = { key: string; param: string; label: string; group: string };

export const toFieldBase = ({ key, param, label, group }: FieldNames) => ({
  key,
  label,
  group,
  toQuery: (value: string) => ({ [param]: value }),
});
