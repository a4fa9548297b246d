import type { CallSummary } from "@ccp/contract";
import { AudioLines, PhoneForwarded, PhoneOff, Route, type LucideIcon } from "lucide-react";
import { Badge, type Tone } from "#ui/badge.tsx";
import { stepTexts } from "./live-list.ts";

type Step = NonNullable<CallSummary["step"]>;

const looks: Record<Step, { tone: Tone; icon: LucideIcon }> = {
  routing: { tone: "none", icon: Route },
  dialling: { tone: "warn", icon: PhoneForwarded },
  talking: { tone: "live", icon: AudioLines },
  ending: { tone: "none", icon: PhoneOff },
};

/** What a call is at; `isGone`: it was on the board until a moment ago. */
export const StepBadge = ({ step, isGone }: { step: Step | null; isGone: boolean }) => {
  if (isGone || step === null) {
    return (
      <Badge>
        <PhoneOff aria-hidden />
        Ended
      </Badge>
    );
  }
  const { tone, icon: Icon } = looks[step];
  return (
    <Badge tone={tone}>
      <Icon aria-hidden />
      {stepTexts[step]}
    </Badge>
  );
};
