import type { Column } from "@ccp/contract";
import { ArrowDown, ArrowUp, Pin, PinOff } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "#lib/cn.ts";
import { Checkbox } from "#ui/checkbox.tsx";
import { moveColumn, togglePin } from "./columns-order.ts";
import type { ListLook } from "./list-spec.ts";

type ChosenColumnsProps = {
  /** Those of the shown columns that match what was searched for, in their order. */
  columns: readonly Pick<Column<never>, "id" | "header">[];
  look: ListLook;
  onChange: (look: Partial<ListLook>) => void;
};

/** The shown columns: each can be moved, pinned and taken away, the last one not. */
export const ChosenColumns = ({ columns, look, onChange }: ChosenColumnsProps) => (
  <section aria-label="Shown columns">
    <h2 className="px-1 py-1 text-label text-grey-11">Shown</h2>
    <ul role="list">
      {columns.map(({ id, header }) => {
        const isPinned = look.pinned.includes(id);
        return (
          <li key={id} className="flex h-8 items-center gap-1 rounded-control pl-1 hover:bg-grey-3">
            <label className="flex min-w-0 flex-1 items-center gap-2">
              <Checkbox
                checked
                disabled={look.columns.length === 1}
                onCheckedChange={() =>
                  onChange({
                    columns: look.columns.filter((each) => each !== id),
                    pinned: look.pinned.filter((each) => each !== id),
                  })
                }
              />
              <span className="truncate">{header}</span>
            </label>
            <Tool label={`Move ${header} up`} onPress={() => onChange(moveColumn(look, id, -1))}>
              <ArrowUp />
            </Tool>
            <Tool label={`Move ${header} down`} onPress={() => onChange(moveColumn(look, id, 1))}>
              <ArrowDown />
            </Tool>
            <Tool
              label={isPinned ? `Unpin ${header}` : `Pin ${header}`}
              isOn={isPinned}
              onPress={() => onChange(togglePin(look, id))}
            >
              {isPinned ? <PinOff /> : <Pin />}
            </Tool>
          </li>
        );
      })}
    </ul>
  </section>
);

type ToolProps = { label: string; isOn?: boolean; onPress: () => void; children: ReactNode };

const Tool = ({ label, isOn = false, onPress, children }: ToolProps) => (
  <button
    type="button"
    aria-label={label}
    title={label}
    className={cn(
      "flex size-6 shrink-0 items-center justify-center rounded-control text-grey-11 hover:bg-grey-5 hover:text-grey-12 [&_svg]:size-3.5",
      isOn && "text-accent-text",
    )}
    onClick={onPress}
  >
    {children}
  </button>
);
