import type { Page } from "playwright-core";

/** Counts what arrives on the page's streams; heartbeats too, of which the page itself hears nothing. */
export const countStreamChunks = async (page: Page): Promise<() => number> => {
  const session = await page.context().newCDPSession(page);
  const streams = new Set<string>();
  let chunks = 0;
  session.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "EventSource") streams.add(requestId);
  });
  session.on("Network.dataReceived", ({ requestId }) => {
    if (streams.has(requestId)) chunks += 1;
  });
  await session.send("Network.enable");
  return () => chunks;
};
