import { Settings2 } from "lucide-react";
import { lazy, Suspense } from "react";
import { Button } from "#ui/button.tsx";
import { Popover, PopoverContent, PopoverTrigger } from "#ui/popover.tsx";
import type { List } from "./use-list-state.ts";

const ColumnPanel = lazy(async () => ({ default: (await import("./column-panel.tsx")).ColumnPanel }));

/** The gear of a list; what is behind it is loaded when it is first wanted. */
export const ColumnChooser = <Row,>({ list }: { list: List<Row> }) => (
  <Popover>
    <PopoverTrigger asChild>
      <Button size="icon" aria-label="Columns and density" title="Columns and density">
        <Settings2 aria-hidden />
      </Button>
    </PopoverTrigger>
    <PopoverContent
      align="end"
      aria-label="Columns and density"
      className="flex max-h-(--radix-popover-content-available-height) w-80 flex-col p-0"
    >
      <Suspense>
        <ColumnPanel list={list as List<unknown>} />
      </Suspense>
    </PopoverContent>
  </Popover>
);
