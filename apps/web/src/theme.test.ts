import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

type Linear = readonly [number, number, number];

const css = readFileSync(new URL("theme.css", import.meta.url), "utf8");
const [lightCss = "", darkCss = ""] = css.split('[data-theme="dark"]');

const readColours = (text: string): Record<string, Linear> =>
  Object.fromEntries(
    [...text.matchAll(/--color-([\w-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g)].map(
      ([, name, lightness, chroma, hue]) => [name, toLinear(Number(lightness), Number(chroma), Number(hue))],
    ),
  );

const clip = (value: number): number => Math.min(1, Math.max(0, value));

/** OKLCH to linear sRGB, clipped to what a screen shows. */
const toLinear = (lightness: number, chroma: number, hue: number): Linear => {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
};

const toLuminance = ([red, green, blue]: Linear): number => 0.2126 * red + 0.7152 * green + 0.0722 * blue;

const contrast = (one: Linear | undefined, other: Linear | undefined): number => {
  if (one === undefined || other === undefined) throw new Error("The theme lacks a colour.");
  const [low = 0, high = 0] = [toLuminance(one), toLuminance(other)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};

const light = readColours(lightCss);
const themes = { light, dark: { ...light, ...readColours(darkCss) } };
const grounds = ["surface", "grey-1", "grey-2", "grey-3", "grey-4"];

test.each(Object.entries(themes))("text is easy to read in the %s theme", (_, colours) => {
  for (const ground of grounds) {
    expect(contrast(colours["grey-12"], colours[ground]), `body on ${ground}`).toBeGreaterThanOrEqual(7);
    expect(contrast(colours["grey-11"], colours[ground]), `secondary on ${ground}`).toBeGreaterThanOrEqual(
      4.5,
    );
  }
});

test.each(Object.entries(themes))("words of meaning are easy to read in the %s theme", (_, colours) => {
  for (const meaning of ["good", "live", "warn", "bad", "auction"]) {
    for (const ground of [`${meaning}-soft`, "surface", "grey-1"]) {
      expect(contrast(colours[meaning], colours[ground]), `${meaning} on ${ground}`).toBeGreaterThanOrEqual(
        4.5,
      );
    }
  }
});

test.each(Object.entries(themes))("buttons and links are easy to read in the %s theme", (_, colours) => {
  for (const [text, ground] of [
    ["on-accent", "accent"],
    ["on-danger", "danger"],
    ["accent-text", "surface"],
    ["accent-text", "grey-1"],
  ] as const) {
    expect(contrast(colours[text], colours[ground]), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  }
});

test.each(Object.entries(themes))("focus and field edges stand out in the %s theme", (_, colours) => {
  expect(contrast(colours["accent"], colours["surface"])).toBeGreaterThanOrEqual(3);
  expect(contrast(colours["grey-9"], colours["surface"])).toBeGreaterThanOrEqual(3);
});
