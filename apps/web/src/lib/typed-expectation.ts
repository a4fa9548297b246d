import { expectation } from "@ccp/contract";
import { defaultExpectation, type Expectation } from "@ccp/engine";
import { z } from "zod";
import { numberText } from "./typed-fields.ts";

const { shape } = expectation;

/** Over which time expected revenue is worked out, and how long training lasts, as it is typed. */
export const typedExpectation = z.object({
  unit: shape.unit,
  count: numberText(shape.count),
  trainingCalls: numberText(shape.trainingCalls),
});

export type TypedExpectation = z.input<typeof typedExpectation>;

/** Where nothing is said, what holds then. */
export const toTypedExpectation = (said: Expectation | null | undefined): TypedExpectation => {
  const { unit, count, trainingCalls } = said ?? defaultExpectation;
  return { unit, count: String(count), trainingCalls: String(trainingCalls) };
};

/** "of the last 7 days, after 15 calls of training". */
export const speakExpectation = ({ unit, count, trainingCalls }: Expectation): string => {
  const span = count === 1 ? unit.slice(0, -1) : `${count} ${unit}`;
  return `of the last ${span}, after ${trainingCalls} ${trainingCalls === 1 ? "call" : "calls"} of training`;
};
