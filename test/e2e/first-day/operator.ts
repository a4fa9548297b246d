import type { Locator, Page } from "playwright-core";

/** Chooses from a list that is searched. */
const choose = async (page: Page, label: string, name: string): Promise<void> => {
  await page.getByLabel(label, { exact: true }).click();
  await page.getByRole("option", { name }).click();
};

const press = (page: Page, name: string): Promise<void> =>
  page.getByRole("button", { name, exact: true }).click();

const fill = (page: Page, label: string, text: string): Promise<void> =>
  page.getByLabel(label, { exact: true }).fill(text);

/** By the navigation at the left. */
export const goTo = (page: Page, name: string): Promise<void> =>
  page.getByRole("navigation", { name: "Main" }).getByRole("link", { name, exact: true }).click();

/** Opens a noun from the list that its name in the navigation leads to. */
export const openNoun = async (page: Page, list: string, name: string): Promise<void> => {
  await goTo(page, list);
  await page.getByRole("table").getByRole("link", { name, exact: true }).first().click();
  await page.getByRole("heading", { name, level: 1 }).waitFor();
};

/** What is said at the edge of the screen once something was done. */
export const untilTold = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByText(text).first().waitFor();

export const setUpOwner = async (
  page: Page,
  { name, email, password, workspace }: { name: string; email: string; password: string; workspace: string },
): Promise<void> => {
  await fill(page, "Your name", name);
  await fill(page, "E-mail", email);
  await fill(page, "Password", password);
  await fill(page, "Workspace name", workspace);
  await press(page, "Set up and sign in");
  await page.getByRole("heading", { name: "Dashboard" }).waitFor();
};

export const signIn = async (page: Page, who: { email: string; password: string }): Promise<void> => {
  await fill(page, "E-mail", who.email);
  await fill(page, "Password", who.password);
  await press(page, "Sign in");
  await page.getByRole("heading", { name: "Dashboard" }).waitFor();
};

export const findStep = (page: Page, title: string): Locator =>
  page.getByRole("listitem").filter({ hasText: title });

export const createBuyer = async (page: Page, name: string): Promise<void> => {
  await fill(page, "Name", name);
  await press(page, "Create buyer");
  await page.getByRole("heading", { name }).waitFor();
};

/** On the page of the buyer. */
export const createTarget = async (
  page: Page,
  buyer: string,
  { name, phone }: { name: string; phone: string },
): Promise<void> => {
  await goTo(page, "Targets");
  await page.getByRole("link", { name: "New target", exact: true }).first().click();
  await fill(page, "Name", name);
  await choose(page, "Buyer", buyer);
  await page.getByRole("textbox", { name: "Phone number" }).fill(phone);
  await fill(page, "Revenue", "40");
  await page.getByRole("radio", { name: /^Has lasted for some time/ }).click();
  await fill(page, "Revenue after", "2");
  await press(page, "Create target");
  await page.getByRole("heading", { name }).waitFor();
};

/** From the template of a line of business, recording from the answer on. */
export const createCampaign = async (page: Page, name: string): Promise<void> => {
  await page.getByRole("button", { name: /^Healthcare/ }).click();
  await fill(page, "Name", name);
  await fill(page, "Payout", "15");
  await fill(page, "Payout after", "2");
  await press(page, "Create campaign");
  await page.getByRole("heading", { name }).waitFor();
};

/** On the routing tab of the campaign. */
export const addTargets = async (page: Page, names: readonly string[]): Promise<void> => {
  for (const [place, name] of names.entries()) {
    await choose(page, "Add a target", name);
    await page.getByRole("list", { name: "Targets in order" }).getByRole("listitem").nth(place).waitFor();
  }
  await press(page, "Save the draft");
  await untilTold(page, /^Saved/);
  await press(page, "Publish");
  await page.getByRole("alertdialog").getByRole("button", { name: "Publish" }).click();
  await untilTold(page, /^Published/);
};

export const createNumber = async (
  page: Page,
  { number, label, campaign }: { number: string; label: string; campaign: string },
): Promise<void> => {
  await fill(page, "Number", number);
  await fill(page, "Label", label);
  await choose(page, "Campaign", campaign);
  await press(page, "Create number");
  await page.getByRole("heading", { name: number }).waitFor();
};

export type Meets = "Answers" | "Is busy" | "Does not answer";

/** Calls the first number; resolves when the call is over and its result is shown. */
export const placeTestCall = async (
  page: Page,
  { caller, first, further }: { caller: string; first: Meets; further: Meets },
  result: string | RegExp,
): Promise<void> => {
  await goTo(page, "Test call");
  await fill(page, "Caller", caller);
  await choose(page, "The first target dialled", first);
  await choose(page, "Every target after it", further);
  await fill(page, "A target that answers talks for", "3");
  await press(page, "Place the call");
  await page.getByText("The call is over").waitFor();
  await page.getByText(result).first().waitFor();
};
