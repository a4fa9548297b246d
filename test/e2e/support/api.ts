import type { Page } from "playwright-core";
import { type Client, createClient } from "@ccp/test-settings/world/client.ts";

/** The product's API as whoever is signed in on this page. */
export const openApi = async (page: Page): Promise<Client> => {
  const { origin } = new URL(page.url());
  const cookies = await page.context().cookies(origin);
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  return createClient(origin, { cookie, origin });
};
