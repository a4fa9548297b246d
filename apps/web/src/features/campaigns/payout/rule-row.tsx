import { toHoursSummary, toPayoutText, type PayoutRule } from "@ccp/contract";
import { describeFilter } from "@ccp/engine";
import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { useSession } from "#api/session.ts";
import { useFilterNames } from "#components/rule-builder/use-filter-names.ts";
import { formatMoney } from "#lib/format-money.ts";
import { Button } from "#ui/button.tsx";
import { Switch } from "#ui/switch.tsx";

type RuleRowProps = {
  rule: PayoutRule;
  place: { index: number; last: number };
  isSaving: boolean;
  onMove: (to: number) => void;
  onEnable: (enabled: boolean) => void;
  onOpen: () => void;
  onRemove: () => void;
};

/** One rule in a sentence: what it pays, when, and for which calls. */
export const RuleRow = ({ rule, place, isSaving, onMove, onEnable, onOpen, onRemove }: RuleRowProps) => {
  const { name, enabled, payout, hours, filter } = rule;
  const { currency } = useSession().account;
  const names = useFilterNames(filter);
  const conditions = [
    ...(hours === null ? [] : [`during ${toHoursSummary(hours)}`]),
    ...(filter === null ? [] : [`when ${describeFilter(filter, names)}`]),
  ].join(", ");
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-grey-6 py-2">
      <Switch
        aria-label={`The rule ${name} is asked`}
        checked={enabled}
        disabled={isSaving}
        onCheckedChange={onEnable}
      />
      <div className="min-w-40 flex-1">
        <span className="block font-medium">
          {place.index + 1}. {name}
        </span>
        <span className={enabled ? "block tabular-nums" : "block text-grey-11 tabular-nums line-through"}>
          {toPayoutText(payout, (micros) => formatMoney(micros, currency))}
        </span>
        <span className="block text-label break-words text-grey-11">{conditions}</span>
      </div>
      <div className="flex items-center gap-1 max-md:basis-full max-md:justify-end">
        <IconButton
          label={`Ask ${name} earlier`}
          isOff={isSaving || place.index === 0}
          onPress={() => onMove(place.index - 1)}
        >
          <ArrowUp />
        </IconButton>
        <IconButton
          label={`Ask ${name} later`}
          isOff={isSaving || place.index === place.last}
          onPress={() => onMove(place.index + 1)}
        >
          <ArrowDown />
        </IconButton>
        <Button aria-label={`Change the rule ${name}`} disabled={isSaving} onClick={onOpen}>
          Change
        </Button>
        <IconButton label={`Remove the rule ${name}`} isOff={isSaving} onPress={onRemove}>
          <Trash2 />
        </IconButton>
      </div>
    </li>
  );
};

type IconButtonProps = { label: string; isOff: boolean; onPress: () => void; children: ReactNode };

const IconButton = ({ label, isOff, onPress, children }: IconButtonProps) => (
  <Button
    variant="ghost"
    size="icon"
    className="size-7 text-grey-11"
    aria-label={label}
    disabled={isOff}
    onClick={onPress}
  >
    {children}
  </Button>
);
