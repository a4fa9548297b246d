import type { CallAttempt, CallSummary } from "@ccp/contract";
import {
  BadgeCheck,
  Ban,
  CircleX,
  Phone,
  PhoneCall,
  PhoneForwarded,
  PhoneIncoming,
  PhoneMissed,
  PhoneOff,
  Unplug,
  type LucideIcon,
} from "lucide-react";
import { Badge, type Tone } from "#ui/badge.tsx";

type Look = { tone: Tone; icon: LucideIcon; text: string };

const statusLooks = {
  ringing: { tone: "warn", icon: PhoneIncoming, text: "Ringing" },
  "in-progress": { tone: "live", icon: PhoneCall, text: "In progress" },
} satisfies Partial<Record<CallSummary["status"], Look>>;

const outcomeLooks: Record<NonNullable<CallSummary["outcome"]>, Look> = {
  connected: { tone: "live", icon: Phone, text: "Connected" },
  "not-connected": { tone: "none", icon: PhoneMissed, text: "Not connected" },
  abandoned: { tone: "none", icon: PhoneOff, text: "Caller hung up" },
  refused: { tone: "bad", icon: Ban, text: "Refused" },
};

const attemptLooks: Record<CallAttempt["outcome"], Look> = {
  dialling: { tone: "warn", icon: PhoneForwarded, text: "Ringing" },
  connected: { tone: "live", icon: PhoneCall, text: "Talking" },
  completed: { tone: "live", icon: Phone, text: "Connected" },
  busy: { tone: "none", icon: PhoneOff, text: "Busy" },
  "no-answer": { tone: "none", icon: PhoneMissed, text: "No answer" },
  failed: { tone: "bad", icon: CircleX, text: "Failed" },
  canceled: { tone: "none", icon: PhoneOff, text: "Called off" },
  "not-bridged": { tone: "none", icon: Unplug, text: "Not bridged" },
};

export const outcomeNames = {
  connected: outcomeLooks.connected.text,
  "not-connected": outcomeLooks["not-connected"].text,
  abandoned: outcomeLooks.abandoned.text,
  refused: outcomeLooks.refused.text,
};

export const statusNames = {
  ringing: statusLooks.ringing.text,
  "in-progress": statusLooks["in-progress"].text,
  ended: "Ended",
};

type Standing = Pick<CallSummary, "status" | "outcome" | "converted">;

const toLook = ({ status, outcome, converted }: Standing): Look => {
  if (converted && status === "ended") return { tone: "good", icon: BadgeCheck, text: "Converted" };
  if (converted) return { tone: "good", icon: PhoneCall, text: "Converted, live" };
  if (status !== "ended") return statusLooks[status];
  return outcomeLooks[outcome ?? "not-connected"];
};

const LookBadge = ({ look: { tone, icon: Icon, text } }: { look: Look }) => (
  <Badge tone={tone}>
    <Icon aria-hidden />
    {text}
  </Badge>
);

/** How a call stands or how it went, in one word. */
export const CallBadge = ({ call }: { call: Standing }) => <LookBadge look={toLook(call)} />;

export const AttemptBadge = ({ outcome }: { outcome: CallAttempt["outcome"] }) => (
  <LookBadge look={attemptLooks[outcome]} />
);
