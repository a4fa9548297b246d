import type { Page } from "playwright-core";
import type { ScreenOf } from "./screen-of.ts";

const openPalette = async (page: Page): Promise<void> => {
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").getByRole("combobox").fill("bright");
  await page.getByRole("option", { name: "Bright Smile Group active" }).waitFor();
};

const openMenu = (name: string) => async (page: Page) => {
  await page.getByRole("button", { name, exact: true }).click();
  await page.getByRole("menu").waitFor();
};

const openPhoneMenu = async (page: Page): Promise<void> => {
  const button = page.getByRole("button", { name: "Menu", exact: true });
  if (await button.isVisible()) await button.click();
};

const openHelp = async (page: Page): Promise<void> => {
  await page.keyboard.press("?");
  await page.getByRole("dialog").waitFor();
};

const onTestCall = { page: "TestCallPage", url: () => "/test-call", ready: "Number to dial" };

/** The settings, what lies over every page, and what there is when something goes wrong. */
export const frameScreens: readonly ScreenOf<unknown>[] = [
  { name: "account", page: "AccountPage", url: () => "/settings/account", ready: "Demo workspace" },
  { name: "telephony", page: "TelephonyPage", url: () => "/settings/telephony", ready: /Simulat/ },
  { name: "users", page: "UsersPage", url: () => "/settings/users", ready: "owner@demo.example" },
  { name: "api-keys", page: "ApiKeysPage", url: () => "/settings/api-keys", ready: "API keys" },
  { name: "audit-log", page: "AuditLogPage", url: () => "/settings/audit-log", ready: "Audit log" },
  { name: "api-docs", page: null, url: () => "/docs", ready: "CallCenter Pro API" },
  { name: "no-such-page", page: null, url: () => "/nowhere", ready: "Nothing is at this address" },
  { name: "palette", ...onTestCall, show: openPalette },
  { name: "create-menu", ...onTestCall, show: openMenu("Create") },
  { name: "user-menu", ...onTestCall, show: openMenu("Your menu") },
  { name: "phone-menu", ...onTestCall, show: openPhoneMenu },
  { name: "help", ...onTestCall, show: openHelp },
  {
    name: "list-failed",
    page: "BuyerListPage",
    url: () => "/buyers",
    failing: "**/api/v1/buyers?*",
    ready: "This could not be loaded",
    complaint: /status of 400/,
  },
  {
    name: "page-broken",
    page: null,
    url: () => "/buyers",
    failing: "**/assets/buyer-list-page-*",
    ready: "This page broke",
    complaint: /status of 400|dynamically imported module/,
  },
];
