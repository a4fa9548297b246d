import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { explainFailure } from "#api/errors.ts";
import { choicesQuery, type NounFilter } from "#api/queries.ts";
import { useSettled } from "#lib/use-settled.ts";
import { AnyOfEditor } from "./any-of-editor.tsx";
import type { FilterEditorProps } from "./filter-field.ts";

const typingPauseMs = 150;

type NounEditorProps = FilterEditorProps & { noun: NounFilter; label: string };

/** The server searches by name, so a long list is no obstacle. */
export const NounEditor = ({ noun, label, value, onChange }: NounEditorProps) => {
  const [text, setText] = useState("");
  const { data, error } = useQuery(choicesQuery(noun, useSettled(text.trim(), typingPauseMs)));
  return (
    <AnyOfEditor
      value={value}
      onChange={onChange}
      label={label}
      choices={data ?? []}
      search={{ text, onSearch: setText }}
      emptyText={error === null ? data && "Nothing has this name." : explainFailure(error)}
    />
  );
};
