import { expect, test } from "vitest";
import { toEarnedText } from "./calls-text.ts";

test("an estimate is spoken of only where a call moved", () => {
  expect(toEarnedText(1_200, 1_200)).toBe("1,200 calls kept what they earned.");
  expect(toEarnedText(1, 1)).toBe("1 call kept what it earned.");
  expect(toEarnedText(9, 12)).toBe("9 calls kept what they earned; the others are estimated, to the cent.");
  expect(toEarnedText(0, 12)).toBe("All of it is estimated, to the cent.");
});
