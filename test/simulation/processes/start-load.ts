import type { Simulator } from "@ccp/simulator";
import type { Plan } from "./plan.ts";

const callers = 100;
const recordedEach = 5;

/** Calls at a steady rate until they are stopped, each fifth of them to the recorded number. */
export const startLoad = (simulator: Simulator, { numbers }: Plan, perSecond: number): { stop(): void } => {
  let placed = 0;
  const timer = setInterval(() => {
    const from = `+1202555${String(100 + (placed % callers)).padStart(4, "0")}`;
    simulator.placeCall({ from, to: placed % recordedEach === 0 ? numbers.recorded : numbers.plain });
    placed += 1;
  }, 1000 / perSecond);
  return {
    stop: () => {
      clearInterval(timer);
    },
  };
};
