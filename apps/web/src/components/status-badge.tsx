import {
  toCallResult,
  type CallAttempt,
  type CallResult,
  type CallSummary,
  type NounFigures,
} from "@ccp/contract";
import {
  Archive,
  BadgeCheck,
  Ban,
  Circle,
  CircleCheck,
  CircleX,
  FileCheck,
  FileX,
  Hourglass,
  Pause,
  Phone,
  PhoneCall,
  PhoneForwarded,
  PhoneIncoming,
  PhoneMissed,
  PhoneOff,
  TimerOff,
  Undo2,
  Unplug,
  Voicemail,
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

const resultLooks: Record<CallResult, Look> = {
  ...statusLooks,
  converted: { tone: "good", icon: BadgeCheck, text: "Converted" },
  connected: outcomeLooks.connected,
  busy: attemptLooks.busy,
  "no-answer": attemptLooks["no-answer"],
  failed: attemptLooks.failed,
  blocked: { tone: "none", icon: Ban, text: "Blocked" },
  voicemail: { tone: "none", icon: Voicemail, text: "Voicemail" },
  "no-target": { tone: "bad", icon: Unplug, text: "No target" },
  abandoned: outcomeLooks.abandoned,
  refused: outcomeLooks.refused,
};

type Standing = Parameters<typeof toCallResult>[0];

/** A call that earns already while it goes on is told from one that does not yet. */
const toLook = (call: Standing): Look =>
  call.converted && call.status !== "ended"
    ? { tone: "good", icon: PhoneCall, text: "Converted, live" }
    : resultLooks[toCallResult(call)];

const LookBadge = ({ look: { tone, icon: Icon, text } }: { look: Look }) => (
  <Badge tone={tone}>
    <Icon aria-hidden />
    {text}
  </Badge>
);

/** How a call stands or how it went, in one word. */
export const CallBadge = ({ call }: { call: Standing }) => <LookBadge look={toLook(call)} />;

const toOutcomeLook = ({ status, outcome, converted }: NounFigures["lastCall"]): Look => {
  if (converted) return resultLooks.converted;
  return status === "ended" ? outcomeLooks[outcome ?? "not-connected"] : statusLooks[status];
};

/** The same where nothing is known of the call's attempts. */
export const OutcomeBadge = ({ call }: { call: NounFigures["lastCall"] }) => (
  <LookBadge look={toOutcomeLook(call)} />
);

export const AttemptBadge = ({ outcome }: { outcome: CallAttempt["outcome"] }) => (
  <LookBadge look={attemptLooks[outcome]} />
);

const nounLooks: Record<string, Look> = {
  active: { tone: "none", icon: CircleCheck, text: "Active" },
  paused: { tone: "warn", icon: Pause, text: "Paused" },
  archived: { tone: "none", icon: Archive, text: "Archived" },
  blocking: { tone: "none", icon: Ban, text: "Blocking" },
  requested: { tone: "warn", icon: Hourglass, text: "Requested" },
  approved: { tone: "good", icon: CircleCheck, text: "Approved" },
  rejected: { tone: "none", icon: CircleX, text: "Rejected" },
  voided: { tone: "none", icon: Undo2, text: "Void" },
  issued: { tone: "good", icon: FileCheck, text: "Issued" },
  void: { tone: "bad", icon: FileX, text: "Void" },
  expired: { tone: "none", icon: TimerOff, text: "Expired" },
};

const toWords = (status: string): string =>
  `${status.charAt(0).toUpperCase()}${status.slice(1).replaceAll("-", " ")}`;

/** Whether a noun is in use; any other status is told in its own words. */
export const StatusBadge = ({ status }: { status: string }) => (
  <LookBadge look={nounLooks[status] ?? { tone: "none", icon: Circle, text: toWords(status) }} />
);
