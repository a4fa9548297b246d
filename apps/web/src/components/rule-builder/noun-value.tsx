import { useQuery } from "@tanstack/react-query";
import { useId, useState, type ReactNode } from "react";
import { choicesQuery, type NounFilter } from "#api/queries.ts";
import { Combobox } from "#components/form/combobox.tsx";
import { NounName } from "#components/noun-name.tsx";

type NounValueProps = {
  label: string;
  noun: NounFilter;
  isInvalid: boolean;
  describedBy: string | undefined;
  /** Empty while none is chosen. */
  value: string;
  placeholder: string;
  onChoose: (id: string) => void;
  note?: ReactNode;
};

/** One noun of the account by its name. */
export const NounValue = ({ label, noun, value, placeholder, onChoose, ...props }: NounValueProps) => {
  const id = useId();
  const [search, setSearch] = useState("");
  const { data, isPlaceholderData } = useQuery(choicesQuery(noun, search.trim()));
  return (
    <Combobox
      id={id}
      aria-invalid={props.isInvalid}
      aria-describedby={props.describedBy}
      aria-label={label}
      searchLabel={`Search for ${label.toLowerCase()}`}
      shown={value === "" ? placeholder : <NounName noun={noun} id={value} />}
      isEmpty={value === ""}
      value={value}
      choices={data ?? []}
      search={search}
      onSearch={setSearch}
      onChoose={onChoose}
      onBlur={() => undefined}
      isStale={isPlaceholderData}
      note={
        data?.length === 0 ? <p className="px-2 py-1 text-grey-11">Nothing has this name.</p> : props.note
      }
    />
  );
};
