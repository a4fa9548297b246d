import { toUrl } from "@ccp/contract";
import { operations, type CsvOperationId } from "#api/operations.ts";
import { Download } from "lucide-react";
import type { ReactNode } from "react";
import { FilterChips } from "#components/filters/filter-chips.tsx";
import type { FilterField } from "#components/filters/filter-field.ts";
import { Button } from "#ui/button.tsx";
import { ColumnChooser } from "./column-chooser.tsx";
import { isSearchRefused } from "./list-state.ts";
import { SearchBox } from "./search-box.tsx";
import type { List } from "./use-list-state.ts";

type ListToolbarProps<Row> = {
  list: List<Row>;
  fields: readonly FilterField[];
  controls?: ReactNode;
  /** The list's twin that answers with a file. */
  csv: CsvOperationId | null;
};

/** Narrows the list, chooses its columns, and takes it away as a file. */
export const ListToolbar = <Row,>({ list, fields, controls, csv }: ListToolbarProps<Row>) => {
  const { spec, state, change } = list;
  return (
    <div className="flex flex-wrap items-start gap-2">
      {spec.search !== null && (
        <SearchBox
          search={spec.search}
          value={state.search}
          isRefused={(text) => isSearchRefused(spec, text)}
          onSearch={(search) => change({ search }, { isMinor: true })}
        />
      )}
      {controls}
      {fields.length > 0 && (
        <FilterChips
          fields={fields}
          values={state.filters}
          onChange={(filters, options) => change({ filters }, options)}
        />
      )}
      <div className="ml-auto flex gap-2 max-md:hidden">
        {csv !== null && <CsvLink list={list} csv={csv} />}
        <ColumnChooser list={list} />
      </div>
    </div>
  );
};

/** The file holds what is on the screen, and all further rows of it. */
const CsvLink = <Row,>({ list, csv }: { list: List<Row>; csv: CsvOperationId }) => {
  const columns = list.columns.map(({ id }) => id).join(",");
  return (
    <Button asChild>
      <a href={toUrl(operations[csv], { query: { ...list.query, columns } })} download>
        <Download aria-hidden />
        CSV
      </a>
    </Button>
  );
};
