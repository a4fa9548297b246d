import type { WithFigures } from "@ccp/contract";
import type { CsvOperationId } from "#api/operations.ts";
import type { LucideIcon } from "lucide-react";
import type { ComponentType } from "react";
import { Link } from "wouter";
import { useMay } from "#api/session.ts";
import type { FilterField } from "#components/filters/filter-field.ts";
import { ListPage } from "#components/list-page/list-page.tsx";
import { useFormParam } from "#components/list-page/use-form-param.ts";
import { useListState } from "#components/list-page/use-list-state.ts";
import { EmptyState } from "#components/states.tsx";
import { Button } from "#ui/button.tsx";
import { BulkBar } from "./bulk-bar.tsx";
import { toNounRow, type ListedNoun, type NounListing } from "./noun-listing.ts";
import { toNounLooks } from "./noun-looks.tsx";
import { useNounRows } from "./use-noun-rows.ts";

/** The form for a new noun, over its list. */
export type NounSheetProps = {
  /** What it starts as a copy of. */
  cloneOf: string | null;
  onClose: () => void;
};

type NounListProps<Row extends ListedNoun> = {
  listing: NounListing<Row>;
  title: string;
  purpose: string;
  fields: readonly FilterField[];
  csv: CsvOperationId;
  /** Says what such a noun is for, while there is none. */
  empty: { icon: LucideIcon; title: string; text: string };
  Sheet: ComponentType<NounSheetProps>;
  /** What can be done with the selected rows besides pausing, resuming and archiving. */
  BulkActions?: ComponentType<{ rows: readonly Row[] }>;
};

/** A whole page of nouns of a kind: found, compared by their figures, changed together, and made. */
export const NounList = <Row extends ListedNoun>(props: NounListProps<Row>) => {
  const { listing, Sheet, BulkActions, empty, ...page } = props;
  const list = useListState(listing.spec);
  const { rows, at } = useNounRows(listing, list.query);
  const { form, close } = useFormParam();
  const mayWrite = useMay("write");
  return (
    <>
      <ListPage<WithFigures<Row>>
        {...page}
        {...toNounLooks(listing, at)}
        list={list}
        rows={rows}
        words={listing.words}
        action={mayWrite && <NewButton word={listing.words.one} />}
        empty={<EmptyState {...empty}>{mayWrite && <NewButton word={listing.words.one} />}</EmptyState>}
        renderBulk={(selected, clear) => (
          <div className="rounded-card border border-grey-6 bg-surface p-2 pl-3 shadow-float">
            <BulkBar
              noun={listing.noun}
              rows={selected.map((row) => toNounRow(listing, row))}
              onClear={clear}
            >
              {BulkActions !== undefined && <BulkActions rows={selected} />}
            </BulkBar>
          </div>
        )}
      />
      {mayWrite && (form?.kind === "new" || form?.kind === "clone") && (
        <Sheet cloneOf={form.kind === "clone" ? form.id : null} onClose={close} />
      )}
    </>
  );
};

const NewButton = ({ word }: { word: string }) => {
  const { toAddress } = useFormParam();
  return (
    <Button variant="primary" asChild>
      <Link href={toAddress({ kind: "new" })}>New {word}</Link>
    </Button>
  );
};
