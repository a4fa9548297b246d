import { bookedMessage, testCallEvent, type BookedMessage, type TestCallEvent } from "@ccp/contract";
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from "react";
import { bookedStreamUrl, testCallStreamUrl } from "./client.ts";
import { createLiveStream, type Connection, type LineEvents } from "./live-stream.ts";

const later = (task: () => void, delayMs: number): (() => void) => {
  const timer = setTimeout(task, delayMs);
  return () => clearTimeout(timer);
};

const openLine = (url: string) => (events: LineEvents) => {
  const source = new EventSource(url);
  source.addEventListener("open", events.opened);
  source.addEventListener("message", (message: MessageEvent<string>) => events.told(message.data));
  source.addEventListener("error", () => events.failed(source.readyState === EventSource.CLOSED));
  return source;
};

/** The tab's one stream of booked calls. */
const booked = createLiveStream<BookedMessage>({
  open: openLine(bookedStreamUrl),
  parse: (data) => bookedMessage.parse(data),
  now: Date.now,
  later,
});

export const useConnection = (): Connection => useSyncExternalStore(booked.onState, booked.getConnection);

/** Tells of each booking; `null` after a broken line, when anything may have been missed. */
export const useBooked = (listener: (message: BookedMessage | null) => void): void => {
  const tell = useEffectEvent(listener);
  useEffect(() => {
    const stops = [booked.onMessage((message) => tell(message)), booked.onReopen(() => tell(null))];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
};

const addStep = (known: readonly TestCallEvent[], step: TestCallEvent): readonly TestCallEvent[] =>
  known.some(({ sequence }) => sequence === step.sequence)
    ? known
    : [...known, step].toSorted((one, other) => one.sequence - other.sequence);

/**
 * The steps of a test call in order. The stream ends with the call, which looks like a broken line:
 * `onEnd` finds out which it was, and once `isOver` nobody opens it again.
 */
export const useTestCallSteps = (
  id: string,
  isOver: boolean,
  onEnd: () => void,
): readonly TestCallEvent[] => {
  const [steps, setSteps] = useState<readonly TestCallEvent[]>([]);
  const [hasEnded, setHasEnded] = useState(false);
  const tellEnd = useEffectEvent(onEnd);
  const isAllTold = isOver && hasEnded;
  useEffect(() => {
    if (isAllTold) return undefined;
    const stream = createLiveStream<TestCallEvent>({
      open: openLine(testCallStreamUrl(id)),
      parse: (data) => testCallEvent.parse(data),
      now: Date.now,
      later,
    });
    const stops = [
      stream.onMessage((step) => setSteps((known) => addStep(known, step))),
      stream.onState(() => {
        const isLost = stream.getConnection().kind === "lost";
        setHasEnded(isLost);
        if (isLost) tellEnd();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [id, isAllTold]);
  return steps;
};
