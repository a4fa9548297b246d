import { useState } from "react";
import { cn } from "#lib/cn.ts";
import { Button } from "#ui/button.tsx";
import { Input } from "#ui/input.tsx";
import { ChosenColumns } from "./chosen-columns.tsx";
import type { Density, ListLook } from "./list-spec.ts";
import { getDefaultLook } from "./list-state.ts";
import { OtherColumns } from "./other-columns.tsx";
import type { List } from "./use-list-state.ts";

const densities: Record<Density, string> = { compact: "Compact", comfortable: "Comfortable" };

/** Which columns are shown, in which order, which stay in sight, and how close the rows stand. */
export const ColumnPanel = <Row,>({ list }: { list: List<Row> }) => {
  const [text, setText] = useState("");
  const { spec, state, change } = list;
  const changeLook = (look: Partial<ListLook>): void => change(look, { isMinor: true });
  const isMatch = ({ header }: { header: string }): boolean =>
    header.toLowerCase().includes(text.trim().toLowerCase());
  return (
    <>
      <div className="p-2">
        <Input
          type="search"
          aria-label="Search columns"
          placeholder="Search columns"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-2 pb-2">
        <ChosenColumns columns={list.columns.filter(isMatch)} look={state} onChange={changeLook} />
        <OtherColumns
          columns={spec.columns.filter((column) => isMatch(column) && !state.columns.includes(column.id))}
          onAdd={(id) => changeLook({ columns: [...state.columns, id] })}
        />
      </div>
      <div className="flex items-center justify-between border-t border-grey-6 p-2">
        <DensityChoice density={state.density} onChange={(density) => changeLook({ density })} />
        <Button variant="ghost" className="text-grey-11" onClick={() => changeLook(getDefaultLook(spec))}>
          Reset
        </Button>
      </div>
    </>
  );
};

type DensityChoiceProps = { density: Density; onChange: (density: Density) => void };

const DensityChoice = ({ density, onChange }: DensityChoiceProps) => (
  <div role="radiogroup" aria-label="Density" className="flex rounded-control border border-grey-7">
    {(Object.keys(densities) as Density[]).map((id) => (
      <button
        key={id}
        type="button"
        role="radio"
        aria-checked={id === density}
        className={cn(
          "h-7 px-2.5 text-label font-medium text-grey-11 first:rounded-l-control last:rounded-r-control hover:text-grey-12",
          id === density && "bg-grey-4 text-grey-12",
        )}
        onClick={() => onChange(id)}
      >
        {densities[id]}
      </button>
    ))}
  </div>
);
