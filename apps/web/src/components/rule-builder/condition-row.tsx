import type { FilterTrial } from "@ccp/contract";
import { Trash2 } from "lucide-react";
import { useId } from "react";
import { Button } from "#ui/button.tsx";
import { Checkbox } from "#ui/checkbox.tsx";
import { Label } from "#ui/label.tsx";
import { OperatorPicker } from "./operator-picker.tsx";
import { TagPicker } from "./tag-picker.tsx";
import { hasSeen, takesCase, withTag, type TypedCondition } from "#lib/typed-filter.ts";
import { WantedValue } from "./wanted-value.tsx";

export type ConditionSeen = Pick<FilterTrial["conditions"][number], "seen" | "unseen">;

type ConditionRowProps = {
  /** Such as "Block 1, condition 2". */
  name: string;
  condition: TypedCondition;
  fault: string | undefined;
  /** What the last calls had of its tag, once that is known. */
  seen: ConditionSeen | undefined;
  /** How many those calls were. */
  calls: number;
  onChange: (condition: TypedCondition) => void;
  onRemove: () => void;
};

const toUnseenText = (unseen: readonly string[], calls: number): string =>
  unseen.length === 0 || calls === 0 ? "" : `None of the last ${calls} calls had ${unseen.join(", ")}`;

/** One condition: a tag, an operator, and what it is told. */
export const ConditionRow = ({
  name,
  condition,
  fault,
  seen,
  calls,
  onChange,
  onRemove,
}: ConditionRowProps) => {
  const id = useId();
  const note = toUnseenText(seen?.unseen ?? [], calls);
  return (
    <div
      role="group"
      aria-label={name}
      className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_minmax(0,1.2fr)_auto]"
    >
      <div className="min-w-0 max-md:col-start-1">
        <TagPicker label="Tag" value={condition.tag} onChoose={(tag) => onChange(withTag(condition, tag))} />
      </div>
      <div className="min-w-0 max-md:col-start-1">
        <OperatorPicker
          label="Operator"
          condition={condition}
          onChoose={(chosen) => onChange({ ...condition, ...chosen })}
        />
      </div>
      <div className="grid min-w-0 grid-cols-1 gap-1.5 max-md:col-start-1">
        <WantedValue
          label="Value"
          condition={condition}
          suggestions={seen?.seen ?? []}
          isInvalid={fault !== undefined}
          describedBy={fault === undefined ? `${id}-note` : `${id}-fault`}
          onChange={(change) => onChange({ ...condition, ...change })}
        />
        {fault !== undefined && (
          <p id={`${id}-fault`} className="text-label font-medium text-bad">
            {fault}
          </p>
        )}
        {/* Has its line from the start: nothing moves when the answer comes. */}
        {hasSeen(condition) && fault === undefined && (
          <p id={`${id}-note`} title={note} className="min-h-[1lh] truncate text-label text-warn">
            {note}
          </p>
        )}
        <CaseField condition={condition} onChange={onChange} />
      </div>
      <Button
        variant="ghost"
        size="icon"
        className="text-grey-11 max-md:col-start-2 max-md:row-start-1"
        aria-label={`Remove ${name.toLowerCase()}`}
        onClick={onRemove}
      >
        <Trash2 />
      </Button>
    </div>
  );
};

const CaseField = ({ condition, onChange }: Pick<ConditionRowProps, "condition" | "onChange">) => {
  const id = useId();
  if (!takesCase(condition)) return null;
  return (
    <div className="flex items-center gap-2">
      <Checkbox
        id={id}
        checked={condition.matchCase}
        onCheckedChange={(checked) => onChange({ ...condition, matchCase: checked === true })}
      />
      <Label htmlFor={id} className="text-grey-11">
        Case of letters counts
      </Label>
    </div>
  );
};
