import { Trash2 } from "lucide-react";
import { useId } from "react";
import { Button } from "#ui/button.tsx";
import { Checkbox } from "#ui/checkbox.tsx";
import { Label } from "#ui/label.tsx";
import { OperatorPicker } from "./operator-picker.tsx";
import { TagPicker } from "./tag-picker.tsx";
import { hasSeen, takesCase, withTag, type TypedCondition } from "#lib/typed-filter.ts";
import { WantedValue } from "./wanted-value.tsx";

type ConditionRowProps = {
  /** Such as "Block 1, condition 2". */
  name: string;
  condition: TypedCondition;
  fault: string | undefined;
  /** Values of it that none of the last calls had. */
  unseen: readonly string[];
  /** How many those calls were. */
  calls: number;
  onChange: (condition: TypedCondition) => void;
  onRemove: () => void;
};

const toUnseenText = (unseen: readonly string[], calls: number): string =>
  unseen.length === 0 ? "" : `None of the last ${calls} calls had ${unseen.join(", ")}`;

/** One condition: a tag, an operator, and what it is told. */
export const ConditionRow = ({
  name,
  condition,
  fault,
  unseen,
  calls,
  onChange,
  onRemove,
}: ConditionRowProps) => {
  const id = useId();
  const note = toUnseenText(unseen, calls);
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
        {hasSeen(condition) && (
          <p id={`${id}-note`} title={note} className="min-h-[1lh] truncate text-label text-warn">
            {note}
          </p>
        )}
        {takesCase(condition) && (
          <div className="flex items-center gap-2">
            <Checkbox
              id={`${id}-case`}
              checked={condition.matchCase}
              onCheckedChange={(checked) => onChange({ ...condition, matchCase: checked === true })}
            />
            <Label htmlFor={`${id}-case`} className="text-grey-11">
              {condition.matchCase ? "Case of letters counts" : "Case makes no difference"}
            </Label>
          </div>
        )}
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
