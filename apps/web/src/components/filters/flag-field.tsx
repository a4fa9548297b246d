import { cn } from "#lib/cn.ts";
import { toFieldBase, type FieldNames, type FilterField } from "./filter-field.ts";

/** A filter that is either so or not so, such as converted or not. */
export const flagField = (names: FieldNames & { yes: string; no: string }): FilterField => {
  const choices = { true: names.yes, false: names.no };
  return {
    ...toFieldBase(names),
    Words: ({ value }) => choices[value === "true" ? "true" : "false"],
    Editor: ({ value, onChange, close }) => (
      <ul role="list">
        {Object.entries(choices).map(([id, name]) => (
          <li key={id}>
            <button
              type="button"
              aria-pressed={id === value}
              className={cn(
                "flex min-h-8 w-full items-center rounded-control px-2 py-1 text-left hover:bg-grey-4 max-md:min-h-10",
                id === value && "font-medium",
              )}
              onClick={() => {
                close();
                onChange(id);
              }}
            >
              {name}
            </button>
          </li>
        ))}
      </ul>
    ),
  };
};
