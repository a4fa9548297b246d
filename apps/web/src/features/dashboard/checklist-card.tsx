import type { Checklist, ChecklistStep } from "@ccp/contract";
import { Check, X } from "lucide-react";
import { Link } from "wouter";
import { cn } from "#lib/cn.ts";
import { formatPhone } from "#lib/format-phone.ts";
import { Button } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { toStepAddress } from "./checklist-place.ts";

type ChecklistCardProps = {
  checklist: Checklist;
  /** Undefined where it cannot be put away. */
  onHide?: (() => void) | undefined;
};

/** What stands between here and the first routed call; each step looks for itself whether it is done. */
export const ChecklistCard = ({ checklist: { steps, isDone }, onHide }: ChecklistCardProps) => {
  const done = steps.filter((step) => step.isDone).length;
  const next = steps.find((step) => !step.isDone);
  return (
    <Card aria-label="Set-up checklist" className="relative">
      <h2 className="pr-8 text-section font-semibold">
        {isDone ? "Everything is set up" : "From here to the first call"}
      </h2>
      <p className="text-grey-11 tabular-nums">
        {done} of {steps.length} done. Each step is checked as you go; nothing is to be ticked off.
      </p>
      <ol className="mt-3 divide-y divide-grey-6">
        {steps.map((step, place) => (
          <Step key={step.id} step={step} place={place + 1} isNext={step === next} />
        ))}
      </ol>
      {onHide !== undefined && (
        <Button
          variant="ghost"
          size="icon"
          className="absolute top-2 right-2"
          aria-label="Hide the checklist"
          title="Hide the checklist; your menu brings it back"
          onClick={onHide}
        >
          <X />
        </Button>
      )}
    </Card>
  );
};

type StepProps = { step: ChecklistStep; place: number; isNext: boolean };

const Step = ({ step, place, isNext }: StepProps) => (
  <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5 last:pb-0">
    <span
      className={cn(
        "flex size-6 shrink-0 items-center justify-center rounded-full border text-label font-medium tabular-nums",
        step.isDone ? "border-good-soft bg-good-soft text-good" : "border-grey-8 text-grey-11",
        isNext && "border-accent text-accent-text",
      )}
    >
      {step.isDone ? <Check aria-label="Done" className="size-3.5" strokeWidth={3} /> : place}
    </span>
    <span className="min-w-0 flex-1 basis-48">
      <span className={cn("block font-medium", step.isDone && "text-grey-11")}>{step.title}</span>
      <span className="block text-grey-11">{formatPhone(step.detail)}</span>
    </span>
    <Button asChild variant={isNext ? "primary" : step.isDone ? "ghost" : "outline"}>
      <Link href={toStepAddress(step)} aria-label={`${step.isDone ? "Look at" : "Start"}: ${step.title}`}>
        {step.isDone ? "Look" : "Start"}
      </Link>
    </Button>
  </li>
);
