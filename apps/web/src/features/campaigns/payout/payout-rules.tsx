import type { PayoutRule } from "@ccp/contract";
import { useMutation } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useId, useState, type ReactNode } from "react";
import { explainFailure } from "#api/errors.ts";
import { toast } from "#lib/toast.ts";
import { Button } from "#ui/button.tsx";
import { RuleRow } from "./rule-row.tsx";
import { RuleSheet } from "./rule-sheet.tsx";

type PayoutRulesProps = {
  /** Whose rules they are, by name. */
  owner: string;
  rules: readonly PayoutRule[];
  /** The campaign's, on whose clock hours are read. */
  timeZone: string;
  save: (rules: PayoutRule[]) => Promise<void>;
  /** Stands beside the button that adds one. */
  children?: ReactNode;
};

const moved = (rules: readonly PayoutRule[], from: number, to: number): PayoutRule[] => {
  const [rule] = rules.slice(from, from + 1);
  const others = rules.toSpliced(from, 1);
  return rule === undefined ? others : others.toSpliced(to, 0, rule);
};

/** Payout rules in the order in which they are asked; each change is saved at once. */
export const PayoutRules = ({ owner, rules, timeZone, save, children }: PayoutRulesProps) => {
  const id = useId();
  const [opened, setOpened] = useState<number | null>(null);
  const change = useMutation({
    mutationFn: save,
    onError: (error: Error) => {
      toast.error(explainFailure(error));
    },
  });
  return (
    <section aria-labelledby={id} className="grid grid-cols-1 gap-2">
      <div className="flex min-h-8 flex-wrap items-center justify-between gap-2">
        <h3 id={id} className="text-label font-medium">
          Payout rules of {owner}
        </h3>
        <div className="flex flex-wrap gap-2">
          {children}
          <Button onClick={() => setOpened(rules.length)}>
            <Plus aria-hidden />
            Add a rule
          </Button>
        </div>
      </div>
      {rules.length === 0 ? (
        <p className="text-label text-grey-11">None: every call is paid alike.</p>
      ) : (
        <ol className="grid border-t border-grey-6">
          {rules.map((rule, index) => (
            <RuleRow
              key={rule.name}
              rule={rule}
              place={{ index, last: rules.length - 1 }}
              isSaving={change.isPending}
              onMove={(to) => change.mutate(moved(rules, index, to))}
              onEnable={(enabled) => change.mutate(rules.with(index, { ...rule, enabled }))}
              onOpen={() => setOpened(index)}
              onRemove={() => change.mutate(rules.toSpliced(index, 1))}
            />
          ))}
        </ol>
      )}
      {opened !== null && (
        <RuleSheet
          rule={rules[opened] ?? null}
          timeZone={timeZone}
          save={(rule) => save(rules.toSpliced(opened, 1, rule))}
          onClose={() => setOpened(null)}
        />
      )}
    </section>
  );
};
