import type { AgentStatusShown } from "@ccp/contract";
import { CircleCheck, Hourglass, Moon, PhoneCall, type LucideIcon } from "lucide-react";
import { useTimeZone } from "#api/session.ts";
import { formatExactTime } from "#lib/format-time.ts";
import { Badge, type Tone } from "#ui/badge.tsx";

const looks: Record<AgentStatusShown["status"], { tone: Tone; icon: LucideIcon; text: string }> = {
  available: { tone: "good", icon: CircleCheck, text: "Available" },
  "on-a-call": { tone: "live", icon: PhoneCall, text: "On a call" },
  "wrap-up": { tone: "warn", icon: Hourglass, text: "Wrap-up" },
  away: { tone: "none", icon: Moon, text: "Away" },
};

/** How an agent stands, in a word. */
export const AgentStatusBadge = ({ shown }: { shown: AgentStatusShown | undefined }) => {
  const zone = useTimeZone();
  if (shown === undefined) return null;
  const { tone, icon: Icon, text } = looks[shown.status];
  return (
    <Badge
      tone={tone}
      title={shown.until === null ? undefined : `Until ${formatExactTime(Date.parse(shown.until), zone)}`}
    >
      <Icon aria-hidden />
      {text}
      {shown.status === "on-a-call" && shown.callsAtOnce > 1 && ` ${shown.inUse} of ${shown.callsAtOnce}`}
    </Badge>
  );
};
