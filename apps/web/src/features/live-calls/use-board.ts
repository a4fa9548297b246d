import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useMemo, useState } from "react";
import { liveCallsQuery } from "#api/live-calls-query.ts";
import { useBooked } from "#api/use-live.ts";
import { coalesce } from "#lib/coalesce.ts";
import { advanceBoard, countChanges, fadeMs, sweepBoard, type Board } from "./board.ts";

/** A busy account books many times a second; the board asks this often at the most. */
const askEveryMs = 1000;

/** Asks anew whenever something was booked, and never otherwise. */
const useLatest = () => {
  const queries = useQueryClient();
  const ask = useMemo(
    () =>
      coalesce(
        () => queries.invalidateQueries({ queryKey: liveCallsQuery.queryKey }),
        (task) => setTimeout(task, askEveryMs),
      ),
    [queries],
  );
  useBooked(ask);
  return useQuery({ ...liveCallsQuery, staleTime: 0 });
};

export type BoardState = {
  board: Board | null;
  error: unknown;
  retry: () => void;
  isPaused: boolean;
  /** How much changed since the board was paused. */
  waiting: number;
  togglePause: () => void;
};

/** The calls that go on, each answer laid over the one before; `onNew` hears of every new call but the first ones. */
export const useBoard = (onNew: () => void): BoardState => {
  const { data, error, refetch, dataUpdatedAt } = useLatest();
  const [board, setBoard] = useState<Board | null>(null);
  const [isPaused, setIsPaused] = useState(false);
  if (data !== undefined && data !== board?.live && !isPaused) {
    setBoard(advanceBoard(board, data, dataUpdatedAt));
  }
  const tell = useEffectEvent((shown: Board | null) => {
    if (shown?.hasNew === true) onNew();
  });
  useEffect(() => tell(board), [board]);

  const goneAts = board?.calls.flatMap(({ goneAt }) => goneAt ?? []) ?? [];
  const gone = goneAts.length === 0 ? null : Math.min(...goneAts);
  useEffect(() => {
    if (gone === null || isPaused) return undefined;
    const sweep = (): void =>
      setBoard((now) => now && { ...now, calls: sweepBoard(now.calls, Date.now()), hasNew: false });
    const timer = setTimeout(sweep, Math.max(0, gone + fadeMs - Date.now()) + 1);
    return () => clearTimeout(timer);
  }, [gone, isPaused]);

  return {
    board,
    error,
    retry: () => void refetch(),
    isPaused,
    waiting: isPaused && board !== null && data !== undefined ? countChanges(board, data) : 0,
    togglePause: () => setIsPaused(!isPaused),
  };
};
