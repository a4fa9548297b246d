// Scripts for the browser, as texts: these tests are checked as code for Node, which knows none of its names.

/** To be added before a page loads: sums up how far content moved without anybody's doing. */
export const watchShifts = `window.shifts = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts += entry.value;
}).observe({ type: "layout-shift", buffered: true });`;

export const readLayout = "({ shifts: window.shifts, scrollWidth: document.documentElement.scrollWidth })";

/** Pixels of content that the most scrolled part of the page hides, and those of the window. */
export const readContentHeight = `innerHeight + Math.max(
  ...[...document.querySelectorAll("html, main, main *, [role=dialog] *")].map((part) =>
    getComputedStyle(part).overflowY === "auto" ? part.scrollHeight - part.clientHeight : 0,
  ),
)`;

/** What comes into sight by a larger window is drawn with the next frames. */
export const untilDrawn =
  "new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(true))))";

export const untilFontsAreThere = "document.fonts.ready.then(() => true)";

export const hasAxe = "'axe' in window";

export const runAxe = `axe.run(document, { resultTypes: ["violations"] })`;

export const runAxeOnColours = `axe.run(document, { resultTypes: ["violations"], runOnly: ["color-contrast"] })`;

/** The theme that the page shows now. */
export const readTheme = "document.documentElement.dataset.theme ?? null";

/** How much there is to hear, once it plays. */
export const readPlayingSeconds =
  "(() => { const { currentTime, duration } = document.querySelector('audio'); return currentTime && duration; })()";

/** What the focused element is called. */
export const readFocusedName = `(() => {
  const { ariaLabel, labels, textContent } = document.activeElement;
  return (ariaLabel ?? labels?.[0]?.textContent ?? textContent ?? "").trim();
})()`;

/** To be added before a page loads: counts every press of a mouse or finger. */
export const watchPointer = `window.presses = 0;
addEventListener("pointerdown", () => (window.presses += 1), true);`;

export const readPresses = "window.presses";
