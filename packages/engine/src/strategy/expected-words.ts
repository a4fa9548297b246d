import { toMicros, toMoneyText } from "#money.ts";
import { isTraining, type Standing } from "./expectation.ts";

/** What is expected of a target, with its arithmetic: "12 of 40 converted x 35.00 USD = 10.50 USD". */
export const toArithmetic = (
  { tally: { connected, converted, revenueMicros }, weight, worthMicros }: Standing,
  currency: string,
): string => {
  const worth = toMoneyText(worthMicros, currency);
  if (connected === 0) return `nobody connected = ${worth}`;
  const each = converted === 0 ? 0n : toMicros(revenueMicros) / BigInt(converted);
  const factor = weight === 1 ? "" : ` x weight ${weight}`;
  return `${converted} of ${connected} converted x ${toMoneyText(each, currency)}${factor} = ${worth}`;
};

/** How far training has come: "still in training, 3 of 15 calls". */
export const toTrainingText = ({ tally: { dialled }, trainingCalls }: Standing): string =>
  `still in training, ${dialled} of ${trainingCalls} calls`;

const toStandingText = (standing: Standing, currency: string): string =>
  isTraining(standing) ? toTrainingText(standing) : toArithmetic(standing, currency);

/** Two that were compared: "it stood at 12 of 40 … = 10.50 USD, the chosen one at 14.20 USD". */
export const compareStandings = (
  lost: Standing,
  won: Standing,
  { names, currency }: { names: { lost: string; won: string }; currency: string },
): string =>
  `${names.lost} stood at ${toStandingText(lost, currency)}, ${names.won} at ${toStandingText(won, currency)}`;
