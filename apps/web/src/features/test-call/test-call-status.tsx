import type { CallAttempt, CallDetail } from "@ccp/contract";
import { Money } from "#components/money.tsx";
import { RunningDuration } from "#components/duration.tsx";
import { formatDuration } from "#lib/format-duration.ts";
import { formatPhone } from "#lib/format-phone.ts";
import { cn } from "#lib/cn.ts";
import { Card } from "#ui/card.tsx";
import type { TestCallView } from "./fold-steps.ts";

type TestCallStatusProps = { view: TestCallView; isOver: boolean; booked: CallDetail | undefined };

const colours: Record<TestCallView["phase"], string> = {
  "setting-up": "bg-grey-9",
  "on-the-line": "bg-warn",
  talking: "bg-live",
};

/** The attempt that rings or talks now, as far as it is booked. */
const findOpenAttempt = (booked: CallDetail | undefined): CallAttempt | undefined =>
  booked?.attempts.findLast(({ outcome }) => outcome === "dialling" || outcome === "connected");

const toTitle = ({ phase }: TestCallView, attempt: CallAttempt | undefined): string => {
  switch (phase) {
    case "setting-up":
      return "Placing the call";
    case "on-the-line":
      return attempt === undefined ? "On the line" : `Ringing ${attempt.target.name}`;
    case "talking":
      return attempt === undefined ? "Talking" : `Talking with ${attempt.target.name}`;
  }
};

/** The call at this moment: who rings or talks, since when, and what the caller hears. */
export const TestCallStatus = ({ view, isOver, booked }: TestCallStatusProps) => (
  <Card>
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
      <p className="flex items-center gap-2 text-section font-semibold">
        <span aria-hidden className={cn("size-2 rounded-full", isOver ? "bg-grey-9" : colours[view.phase])} />
        {isOver ? "The call is over" : toTitle(view, findOpenAttempt(booked))}
      </p>
      <TalkTime view={view} isOver={isOver} booked={booked} />
    </div>
    {isOver ? <Result booked={booked} /> : <Now view={view} attempt={findOpenAttempt(booked)} />}
  </Card>
);

const Now = ({ view, attempt }: { view: TestCallView; attempt: CallAttempt | undefined }) => (
  <p className="min-h-5 text-grey-11">
    {[
      attempt === undefined ? [] : [`Attempt ${attempt.number}, buyer ${attempt.buyer?.name ?? "agent"}`],
      view.hears === null ? [] : [`The caller hears: ${formatPhone(view.hears)}`],
    ]
      .flat()
      .join(" · ")}
  </p>
);

const TalkTime = ({ view, isOver, booked }: TestCallStatusProps) => {
  const talkedSeconds = view.talkedMs / 1000;
  return (
    <p className="text-grey-11 max-md:w-full">
      {view.talkingSince === null || isOver ? (
        <span className="text-figure font-semibold text-grey-12 tabular-nums">
          {formatDuration(isOver ? (booked?.call.connectedSeconds ?? talkedSeconds) : talkedSeconds)}
        </span>
      ) : (
        <RunningDuration since={view.talkingSince} className="text-figure font-semibold text-grey-12" />
      )}{" "}
      talk time
    </p>
  );
};

const Result = ({ booked }: Pick<TestCallStatusProps, "booked">) => {
  if (booked?.call.status !== "ended") {
    return <p className="mt-2 text-grey-11">Its result shows up here once it is booked.</p>;
  }
  const { sentence, money } = booked;
  return (
    <div className="mt-3 grid gap-1 border-t border-grey-6 pt-3">
      <p>{sentence}</p>
      <p className="text-grey-11">
        Margin <Money micros={money.marginMicros} currency={money.currency} className="text-grey-12" />:
        revenue <Money micros={money.revenueMicros} currency={money.currency} />, payout{" "}
        <Money micros={money.payoutMicros} currency={money.currency} />.
      </p>
    </div>
  );
};
