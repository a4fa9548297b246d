import type { TestCallEvent } from "@ccp/contract";
import {
  ArrowLeftRight,
  CircleAlert,
  Ear,
  Flag,
  Hand,
  PhoneCall,
  Radio,
  type LucideIcon,
} from "lucide-react";
import { formatOffset } from "#lib/format-duration.ts";
import { formatPhone } from "#lib/format-phone.ts";
import { cn } from "#lib/cn.ts";

const icons: Record<string, LucideIcon> = {
  status: Radio,
  hears: Ear,
  does: Hand,
  bridged: PhoneCall,
  request: ArrowLeftRight,
  fault: CircleAlert,
  end: Flag,
};

const colours: Record<string, string> = {
  bridged: "text-live font-medium",
  fault: "text-bad font-medium",
  request: "text-grey-11",
};

/** Each step of the call as the carrier saw it, told to a screen reader as it happens. */
export const StepList = ({ steps }: { steps: readonly TestCallEvent[] }) => {
  const start = Date.parse(steps[0]?.at ?? "");
  return (
    <ol aria-live="polite" aria-relevant="additions" aria-label="Steps of the call" className="grid gap-2">
      {steps.map(({ sequence, at, kind, text }) => {
        const Icon = icons[kind] ?? Radio;
        return (
          <li key={sequence} className="grid grid-cols-[56px_16px_minmax(0,1fr)] gap-x-3">
            <span className="text-right text-label leading-5 text-grey-11 tabular-nums">
              {formatOffset(Date.parse(at) - start)}
            </span>
            <Icon aria-hidden className={cn("mt-0.5 size-4 text-grey-11", colours[kind])} />
            <span className={cn("break-words", colours[kind])}>{formatPhone(text)}</span>
          </li>
        );
      })}
    </ol>
  );
};
