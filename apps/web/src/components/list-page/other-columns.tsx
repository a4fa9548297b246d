import type { Column } from "@ccp/contract";
import { Checkbox } from "#ui/checkbox.tsx";

type OtherColumnsProps = {
  columns: readonly Pick<Column<never>, "id" | "header" | "group">[];
  onAdd: (id: string) => void;
};

/** The columns that are not shown, under their groups. */
export const OtherColumns = ({ columns, onAdd }: OtherColumnsProps) =>
  [...new Set(columns.map(({ group }) => group))].map((group) => (
    <section key={group} aria-label={group}>
      <h2 className="px-1 pt-3 pb-1 text-label text-grey-11">{group}</h2>
      <ul role="list">
        {columns
          .filter((column) => column.group === group)
          .map(({ id, header }) => (
            <li key={id}>
              <label className="flex h-8 items-center gap-2 rounded-control px-1 hover:bg-grey-3">
                <Checkbox checked={false} onCheckedChange={() => onAdd(id)} />
                <span className="truncate">{header}</span>
              </label>
            </li>
          ))}
      </ul>
    </section>
  ));
