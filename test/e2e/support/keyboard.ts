import type { Page } from "playwright-core";
import { readFocusedName, untilDrawn } from "./in-page.ts";

/** A person without a mouse. */
export type Hands = {
  /** Presses these keys one after the other. */
  press(...keys: readonly string[]): Promise<void>;
  type(text: string): Promise<void>;
  /** In place of what a field has. */
  retype(text: string): Promise<void>;
  /** Goes on with Tab until what is called so has the focus. */
  tabTo(name: string | RegExp): Promise<void>;
  /** The same, and presses it. */
  enter(name: string | RegExp): Promise<void>;
};

const tabsMax = 90;

const isCalled = (name: string | RegExp, text: string): boolean =>
  typeof name === "string" ? text === name : name.test(text);

export const createHands = (page: Page): Hands => {
  const { keyboard } = page;
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) {
      await keyboard.press(key);
      // No hand is faster than the screen.
      await page.evaluate(untilDrawn);
    }
  };
  const tabTo = async (name: string | RegExp): Promise<void> => {
    const passed: string[] = [];
    while (passed.length < tabsMax) {
      await press("Tab");
      const text = await page.evaluate<string>(readFocusedName);
      if (isCalled(name, text)) return;
      passed.push(text.slice(0, 30));
    }
    throw new Error(`Tab does not lead to ${String(name)}, but to: ${passed.join(" | ")}`);
  };
  return {
    press,
    type: (text) => keyboard.type(text),
    retype: async (text) => {
      await press("Control+a");
      await keyboard.type(text);
    },
    tabTo,
    enter: async (name) => {
      await tabTo(name);
      await press("Enter");
    },
  };
};
