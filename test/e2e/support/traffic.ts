import type { Page, Request } from "playwright-core";
import { until } from "@ccp/test-simulation/processes/until.ts";

/** What a page asks of the server. */
export type Traffic = {
  /** Method and address of every request so far, streams not counted. */
  asked: readonly string[];
  /** Resolves when every request is answered and nothing on the page stands for what is still to come. */
  settled(): Promise<void>;
};

/** Drawn while there is no content yet. */
const placeholders = ".animate-pulse-soft:not([role=progressbar] *), [aria-busy=true]";

export const watchTraffic = (page: Page): Traffic => {
  const asked: string[] = [];
  const open = new Set<Request>();
  page.on("request", (request) => {
    if (request.resourceType() === "eventsource") return;
    // What the page before has not got yet, nobody waits for any more.
    if (request.isNavigationRequest()) open.clear();
    asked.push(`${request.method()} ${request.url()}`);
    open.add(request);
  });
  page.on("requestfinished", (request) => open.delete(request));
  page.on("requestfailed", (request) => open.delete(request));
  const isSettled = async (): Promise<boolean> =>
    (await page.locator(placeholders).filter({ visible: true }).count()) === 0 && open.size === 0;
  return {
    asked,
    settled: () =>
      until(isSettled, {
        timeoutMs: 10_000,
        describe: () => `${page.url()} does not settle: ${[...open].map((each) => each.url()).join(", ")}`,
      }),
  };
};
