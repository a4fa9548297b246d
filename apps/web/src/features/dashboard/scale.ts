const steps = [1, 2, 5, 10];

/** A round number that is not less: 1, 2, 5 and their tenfolds. Where `isWhole`, never a fraction. */
export const toRoundMax = (value: number, isWhole: boolean): number => {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const round = (steps.find((step) => step * power >= value) ?? 10) * power;
  return isWhole ? Math.max(2, Math.ceil(round)) : round;
};
