import { tagNames, type TagName } from "@ccp/engine";
import { useId, useState } from "react";
import { Combobox } from "#components/form/combobox.tsx";
import { useIsPhone } from "#lib/use-is-phone.ts";
import { toTagLabel } from "./rule-words.ts";

type TagPickerProps = { label: string; value: TagName; onChoose: (tag: TagName) => void };

const choices = tagNames.map((tag) => ({ id: tag, name: toTagLabel(tag), detail: tag }));

const isTag = (id: string): id is TagName => (tagNames as readonly string[]).includes(id);

/** A tag of the call, found by its words or by its name. */
export const TagPicker = ({ label, value, onChoose }: TagPickerProps) => {
  const id = useId();
  const [search, setSearch] = useState("");
  const asked = search.trim().toLowerCase();
  const isPhone = useIsPhone();
  const found = choices.filter(({ name, detail }) => `${name} ${detail}`.toLowerCase().includes(asked));
  return (
    <Combobox
      id={id}
      aria-invalid={false}
      aria-describedby={undefined}
      aria-label={`${label}: ${toTagLabel(value)}`}
      searchLabel="Search for a tag"
      shown={toTagLabel(value)}
      isEmpty={false}
      value={value}
      choices={isPhone ? found.map(({ id: tag, name }) => ({ id: tag, name })) : found}
      search={search}
      onSearch={setSearch}
      onChoose={(chosen) => {
        if (isTag(chosen)) onChoose(chosen);
      }}
      onBlur={() => undefined}
      note={found.length === 0 && <p className="px-2 py-1 text-grey-11">No tag is called this.</p>}
    />
  );
};
