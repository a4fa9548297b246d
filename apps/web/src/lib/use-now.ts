import { useCallback, useSyncExternalStore } from "react";

type Ticker = { now: number; listeners: Set<() => void>; timer: ReturnType<typeof setInterval> | undefined };

const tickers = new Map<number, Ticker>();

const getTicker = (intervalMs: number): Ticker => {
  const known = tickers.get(intervalMs);
  if (known !== undefined) return known;
  const ticker: Ticker = { now: Date.now(), listeners: new Set(), timer: undefined };
  tickers.set(intervalMs, ticker);
  return ticker;
};

const tick = (ticker: Ticker): void => {
  ticker.now = Date.now();
  for (const listener of ticker.listeners) listener();
};

/** The time, told anew at every interval; all who ask for the same interval share one timer. */
export const useNow = (intervalMs: number): number => {
  const subscribe = useCallback(
    (listener: () => void) => {
      const ticker = getTicker(intervalMs);
      ticker.listeners.add(listener);
      if (ticker.timer === undefined) {
        ticker.timer = setInterval(tick, intervalMs, ticker);
        tick(ticker);
      }
      return () => {
        ticker.listeners.delete(listener);
        if (ticker.listeners.size > 0) return;
        clearInterval(ticker.timer);
        ticker.timer = undefined;
      };
    },
    [intervalMs],
  );
  return useSyncExternalStore(subscribe, () => getTicker(intervalMs).now);
};
