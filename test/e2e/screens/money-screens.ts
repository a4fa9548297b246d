import type { Page } from "playwright-core";
import type { Ids } from "./ids.ts";
import type { ScreenOf } from "./screen-of.ts";

/** A list as it is while there is nothing to show. */
const showEmpty = (path: string, text: string) => async (page: Page) => {
  await page.route(`**/api/v1/${path}?*`, (route) =>
    route.fulfill({ json: { items: [], nextCursor: null } }),
  );
  await page.reload();
  await page.getByText(text).waitFor();
  await page.unrouteAll();
};

const press = (name: string, then: string) => async (page: Page) => {
  await page.getByRole("button", { name, exact: true }).first().click();
  await page.getByText(then).first().waitFor();
};

const list = { page: "AdjustmentsPage", url: () => "/adjustments", ready: /patient already/ };

const drawer = {
  page: "AdjustmentsPage",
  url: ({ money }: Ids) => `/adjustments?open=${money.requested}`,
  ready: "Asked for by",
};

const adjustmentScreens: readonly ScreenOf<Ids>[] = [
  { ...list, name: "adjustments" },
  { ...list, name: "adjustments-empty", show: showEmpty("adjustments", "Nothing was adjusted yet") },
  {
    ...list,
    name: "adjustments-no-match",
    url: () => "/adjustments?search=zzzz",
    ready: /match these filters/,
  },
  { ...drawer, name: "adjustment" },
  { ...drawer, name: "adjustment-approve", show: press("Approve", "Approve the adjustment?") },
  { ...drawer, name: "adjustment-reject", show: press("Reject", "Reject the adjustment?") },
  {
    name: "call-adjust",
    page: "CallPage",
    url: ({ calls }) => `/calls/${calls.converted}`,
    ready: /^Went to Bright/,
    show: press("Request an adjustment", "Nothing moves before"),
  },
  {
    name: "call-adjustment-void",
    page: "CallPage",
    url: ({ calls }) => `/calls/${calls.converted}`,
    ready: /^Went to Bright/,
    show: press("Void", "Void the adjustment?"),
  },
  {
    name: "calls-unpaid",
    page: "CallLogPage",
    url: () => "/calls?noRevenueReason=too-short,abandoned&columns=time,outcome,caller,noRevenue,noPayout",
    ready: "Too short",
  },
];

const invoices = { page: "InvoiceListPage", url: () => "/invoices", ready: "Invoice 1" };
const invoice = {
  page: "DocumentPage",
  url: ({ money }: Ids) => `/invoices/${money.invoice}`,
  ready: "Opening balance",
};

const documentScreens: readonly ScreenOf<Ids>[] = [
  { ...invoices, name: "invoices" },
  { ...invoices, name: "invoices-empty", show: showEmpty("documents", "No invoice was issued yet") },
  {
    ...invoices,
    name: "invoices-no-match",
    url: () => "/invoices?search=zzzz",
    ready: /match these filters/,
  },
  {
    ...invoices,
    name: "invoice-new",
    url: ({ nouns }) => `/invoices?form=new&buyer=${nouns.buyer}`,
    ready: /Closing balance|begin after that/,
    complaint: /status of 400/,
  },
  { ...invoices, name: "invoice-new-empty", url: () => "/invoices?form=new", ready: "Fill in the fields" },
  { ...invoice, name: "invoice" },
  { ...invoice, name: "invoice-to-void", show: press("Void", "It stays to be seen") },
  {
    ...invoice,
    name: "invoice-void",
    url: ({ money }) => `/invoices/${money.voidInvoice}`,
    ready: /Void, so it does not count/,
  },
  {
    ...invoice,
    name: "invoice-missing",
    url: () => "/invoices/999999",
    ready: "This could not be loaded",
    complaint: /status of 404/,
  },
  {
    name: "statement-new",
    page: "StatementListPage",
    url: ({ nouns, money }) => `/statements?form=new&publisher=${nouns.publisher}&today=${money.today}`,
    ready: "Closing balance",
    show: async (page) => {
      const today = new URL(page.url()).searchParams.get("today") ?? "";
      await page.getByLabel("Through").fill(today);
      await page
        .getByRole("cell", { name: /^[1-9]\d*$/ })
        .first()
        .waitFor();
    },
  },
  { name: "statements", page: "StatementListPage", url: () => "/statements", ready: "Statement 1" },
  {
    name: "statement",
    page: "DocumentPage",
    url: ({ money }) => `/statements/${money.statement}`,
    ready: "Opening balance",
  },
];

const prepaid = {
  page: "BuyerPage",
  url: ({ prepaidBuyer }: Ids) => `/buyers/${prepaidBuyer}`,
  ready: "for further calls",
};

const paymentScreens: readonly ScreenOf<Ids>[] = [
  { ...prepaid, name: "buyer-prepaid" },
  { ...prepaid, name: "buyer-payment", show: press("Record payment", "It counts at once") },
  { ...prepaid, name: "buyer-payment-void", show: press("Void", "Void the payment of") },
  {
    ...prepaid,
    name: "buyer-billing",
    url: ({ prepaidBuyer }) => `/buyers/${prepaidBuyer}?tab=settings`,
    ready: "A call takes its price",
  },
  {
    ...prepaid,
    name: "buyer-out-of-balance",
    url: ({ money }) => `/buyers/${money.outOfBalance}`,
    ready: "Out of balance",
  },
  {
    name: "campaign-out-of-balance",
    page: "CampaignPage",
    url: ({ money }) => `/campaigns/${money.shortCampaign}?tab=routing`,
    ready: "Out of balance",
  },
  { name: "payments", page: "PaymentsPage", url: () => "/payments", ready: /Wire 1001/ },
  {
    name: "payments-empty",
    page: "PaymentsPage",
    url: () => "/payments",
    ready: /Wire 1001/,
    show: showEmpty("payments", "No payment was recorded yet"),
  },
];

/** What was adjusted, put on paper, and paid. */
export const moneyScreens: readonly ScreenOf<Ids>[] = [
  ...adjustmentScreens,
  ...documentScreens,
  ...paymentScreens,
];
