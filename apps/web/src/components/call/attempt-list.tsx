import type { CallAttempt } from "@ccp/contract";
import { Duration } from "#components/duration.tsx";
import { AttemptBadge } from "#components/status-badge.tsx";
import { Time } from "#components/time.tsx";
import { formatPhone } from "#lib/format-phone.ts";

/** Each try to hand the call to a target, in order. */
export const AttemptList = ({ attempts }: { attempts: readonly CallAttempt[] }) =>
  attempts.length === 0 ? (
    <p className="text-grey-11">Nobody was dialled.</p>
  ) : (
    <ol className="grid gap-3">
      {attempts.map((attempt) => (
        <AttemptItem key={attempt.number} attempt={attempt} />
      ))}
    </ol>
  );

const AttemptItem = ({ attempt }: { attempt: CallAttempt }) => (
  <li className="grid grid-cols-[24px_minmax(0,1fr)_auto] gap-x-2 border-t border-grey-6 pt-3 first:border-0 first:pt-0">
    <span className="text-grey-11 tabular-nums">{attempt.number}</span>
    <div className="min-w-0">
      <p>
        <span className="font-medium">{attempt.target.name}</span>{" "}
        <span className="text-grey-11">{attempt.buyer?.name ?? "agent"}</span>
      </p>
      <p className="text-label break-words text-grey-11 tabular-nums">
        {attempt.ringSize > 1 && `One of ${attempt.ringSize} rung at once. `}
        Dialled {formatPhone(attempt.destination.address)} at <Time at={Date.parse(attempt.dialledAt)} />
      </p>
    </div>
    <div className="grid content-start justify-items-end gap-1">
      <AttemptBadge outcome={attempt.outcome} />
      {attempt.connectedSeconds !== null && attempt.connectedSeconds > 0 && (
        <Duration seconds={attempt.connectedSeconds} className="text-label text-grey-11" />
      )}
    </div>
  </li>
);
