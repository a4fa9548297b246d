import type { ConfigurationNoun } from "@ccp/contract";
import { useMay } from "#api/session.ts";
import { StatusBadge } from "#components/status-badge.tsx";
import { Switch } from "#ui/switch.tsx";
import { isPausable, type NounRow } from "./noun-operations.ts";
import { toStatusChange } from "./status-change.ts";
import { useUndoable } from "./use-undoable.ts";

type StatusSwitchProps = { noun: ConfigurationNoun; row: NounRow };

/** Pauses and resumes at once, says so in a word, and offers to take it back. */
export const StatusSwitch = ({ noun, row }: StatusSwitchProps) => {
  const mayWrite = useMay("write");
  const { mutate, isPending } = useUndoable();
  if (!mayWrite || row.status === "archived" || !isPausable(noun)) return <StatusBadge status={row.status} />;
  const isActive = (row.status === "active") !== isPending;
  return (
    <span className="inline-flex items-center gap-2">
      <Switch
        aria-label={`${row.name} is active`}
        checked={isActive}
        disabled={isPending}
        onCheckedChange={(next) => mutate(toStatusChange(noun, [row], next ? "active" : "paused"))}
      />
      <span aria-hidden className={isActive ? undefined : "font-medium text-warn"}>
        {isActive ? "Active" : "Paused"}
      </span>
    </span>
  );
};
