// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { createShortcutRegistry } from "./shortcuts.ts";

const setUp = () => {
  const pressed: string[] = [];
  const registry = createShortcutRegistry();
  const table = (name: string, keys: readonly string[]) => ({
    current: Object.fromEntries(keys.map((key) => [key, () => pressed.push(`${name} ${key}`)])),
  });
  return { registry, pressed, table };
};

test("the part that came last wins, and gives its keys back when it leaves", () => {
  const { registry, pressed, table } = setUp();
  registry.add(table("shell", ["?", "j"]));
  const leave = registry.add(table("list", ["j"]));
  registry.press("j", 0);
  leave();
  registry.press("j", 1);
  expect(pressed).toEqual(["list j", "shell j"]);
});

test("the frame's own keys give way to any part, even one that was there before", () => {
  const { registry, pressed, table } = setUp();
  registry.add(table("list", ["/"]));
  registry.add(table("frame", ["/", "?"]), true);
  registry.press("/", 0);
  registry.press("?", 1);
  expect(pressed).toEqual(["list /", "frame ?"]);
});

test("g waits for its second key, but not for ever", () => {
  const { registry, pressed, table } = setUp();
  registry.add(table("shell", ["g c", "c"]));
  expect(registry.press("g", 0)).toBe(false);
  expect(registry.press("c", 400)).toBe(true);
  registry.press("g", 1000);
  registry.press("c", 4000);
  expect(pressed).toEqual(["shell g c", "shell c"]);
});

test("a key that nobody listens for is left to the browser", () => {
  const { registry } = setUp();
  expect(registry.press("x", 0)).toBe(false);
});
