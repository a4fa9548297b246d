import type { Campaign } from "@ccp/contract";
import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { toFieldLabel } from "#lib/field-words.ts";
import { Button } from "#ui/button.tsx";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "#ui/dropdown-menu.tsx";
import { BulkFieldDialog, type BulkField } from "./bulk-field-dialog.tsx";

const fields: readonly BulkField[] = ["vertical", "recording", "ringTimeoutSeconds"];

/** Sets the same for all selected campaigns. */
export const CampaignBulkActions = ({ rows }: { rows: readonly Campaign[] }) => {
  const [field, setField] = useState<BulkField | null>(null);
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button>
            Change
            <ChevronDown aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent>
          {fields.map((each) => (
            <DropdownMenuItem key={each} onSelect={() => setField(each)}>
              {toFieldLabel(each)}
            </DropdownMenuItem>
          ))}
        </DropdownMenuContent>
      </DropdownMenu>
      {field !== null && <BulkFieldDialog field={field} rows={rows} onClose={() => setField(null)} />}
    </>
  );
};
