import type { CallDetail } from "@ccp/contract";
import { Money } from "#components/money.tsx";
import { RunningDuration } from "#components/duration.tsx";
import { formatDuration } from "#lib/format-duration.ts";
import { cn } from "#lib/cn.ts";
import { Card } from "#ui/card.tsx";
import type { TestCallView } from "./fold-steps.ts";

type TestCallStatusProps = { view: TestCallView; booked: CallDetail | undefined };

const colours: Record<TestCallView["phase"], string> = {
  "setting-up": "bg-grey-9",
  ringing: "bg-warn",
  talking: "bg-live",
  ended: "bg-grey-9",
};

const toTitle = ({ phase }: TestCallView, targetName: string | undefined): string => {
  switch (phase) {
    case "setting-up":
      return "Placing the call";
    case "ringing":
      return targetName === undefined ? "On the line" : `Ringing ${targetName}`;
    case "talking":
      return targetName === undefined ? "Talking" : `Talking with ${targetName}`;
    case "ended":
      return "The call is over";
  }
};

/** The call at this moment: who rings or talks, since when, and what the caller hears. */
export const TestCallStatus = ({ view, booked }: TestCallStatusProps) => {
  const attempt = booked?.attempts.at(-1);
  return (
    <Card>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <p className="flex items-center gap-2 text-section font-semibold">
          <span aria-hidden className={cn("size-2 rounded-full", colours[view.phase])} />
          {toTitle(view, attempt?.target.name)}
        </p>
        <TalkTime view={view} />
      </div>
      {attempt !== undefined && view.phase !== "ended" && (
        <p className="text-grey-11">
          Attempt {attempt.number}, buyer {attempt.buyer.name}
        </p>
      )}
      {view.hears !== null && <p className="mt-2">The caller hears: {view.hears}</p>}
      {view.phase === "ended" && booked?.call.status === "ended" && <Result booked={booked} />}
    </Card>
  );
};

const TalkTime = ({ view }: { view: TestCallView }) => (
  <p className="text-grey-11">
    <span className="sr-only">Talk time </span>
    {view.talkingSince === null ? (
      <span className="text-figure font-semibold text-grey-12 tabular-nums">
        {formatDuration(view.talkedMs / 1000)}
      </span>
    ) : (
      <RunningDuration since={view.talkingSince} className="text-figure font-semibold text-grey-12" />
    )}{" "}
    talking
  </p>
);

const Result = ({ booked: { sentence, money } }: { booked: CallDetail }) => (
  <div className="mt-3 grid gap-1 border-t border-grey-6 pt-3">
    <p>{sentence}</p>
    <p className="text-grey-11">
      It earned <Money micros={money.marginMicros} currency={money.currency} className="text-grey-12" />:
      revenue <Money micros={money.revenueMicros} currency={money.currency} />, payout{" "}
      <Money micros={money.payoutMicros} currency={money.currency} />.
    </p>
  </div>
);
