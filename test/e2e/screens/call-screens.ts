import type { Ids } from "./ids.ts";
import type { ScreenOf } from "./screen-of.ts";

const views = ["timeline", "routing", "money", "recording", "raw"] as const;

const toDrawer = ({ calls }: Ids): string => `/calls?open=${calls.nextTarget}`;

/** Calls: the log, one call, live ones, and test calls. */
export const callScreens: readonly ScreenOf<Ids>[] = [
  { name: "dashboard", page: "DashboardPage", url: () => "/", ready: "Top campaigns" },
  {
    name: "dashboard-checklist",
    page: "DashboardPage",
    url: () => "/?checklist=shown",
    ready: "Everything is set up",
  },
  { name: "live-calls", page: "LiveCallsPage", url: () => "/live-calls", ready: "(202) 555-0147" },
  { name: "calls", page: "CallLogPage", url: () => "/calls", ready: "(202) 555-0147" },
  {
    name: "calls-no-match",
    page: "CallLogPage",
    url: () => "/calls?caller=999999",
    ready: "No calls match these filters",
  },
  {
    name: "calls-filter",
    page: "CallLogPage",
    url: () => "/calls?outcome=connected",
    ready: "(202) 555-0144",
    show: (page) => page.getByRole("button", { name: /^Outcome/ }).click(),
  },
  { name: "call-drawer", page: "CallLogPage", url: toDrawer, ready: "Margin" },
  ...views.map((view) => ({
    name: `call-drawer-${view}`,
    page: "CallLogPage",
    url: (ids: Ids) => `${toDrawer(ids)}&view=${view}`,
    ready: "Call from (202) 555-0144",
  })),
  {
    name: "call-converted",
    page: "CallPage",
    url: ({ calls }) => `/calls/${calls.converted}`,
    ready: /^Went to Bright/,
  },
  {
    name: "call-next-target",
    page: "CallPage",
    url: ({ calls }) => `/calls/${calls.nextTarget}`,
    ready: "Busy",
  },
  {
    name: "call-apologised",
    page: "CallPage",
    url: ({ calls }) => `/calls/${calls.apologised}`,
    ready: /the apology/,
  },
  {
    name: "call-abandoned",
    page: "CallPage",
    url: ({ calls }) => `/calls/${calls.abandoned}`,
    ready: "Caller hung up",
  },
  {
    name: "call-running",
    page: "CallPage",
    url: ({ calls }) => `/calls/${calls.running}`,
    ready: "Timeline",
  },
  {
    name: "call-per-minute",
    page: "CallPage",
    url: ({ calls }) => `/calls/${calls.perMinute}`,
    ready: /in steps of 6 seconds: 162 s billed/,
  },
  {
    name: "call-tiers",
    page: "CallPage",
    url: ({ calls }) => `/calls/${calls.tiers}`,
    ready: /the tier from 90 s/,
  },
  {
    name: "call-awaiting-length",
    page: "CallPage",
    url: ({ calls }) => `/calls/${calls.awaitingLength}`,
    ready: /is booked when the call has ended/,
  },
  {
    name: "call-recovered",
    page: "CallPage",
    url: ({ calls }) => `/calls/${calls.recovered}`,
    ready: /the call goes on/,
  },
  {
    name: "call-voicemail",
    page: "CallPage",
    url: ({ calls }) => `/calls/${calls.voicemail}`,
    ready: /left a message/,
  },
  { name: "test-call", page: "TestCallPage", url: () => "/test-call", ready: "Number to dial" },
  {
    name: "test-call-running",
    page: "RunningTestCallPage",
    url: ({ testCalls }) => `/test-call/${testCalls.running}`,
    ready: "Talking with Cool Air dispatch",
  },
  {
    name: "test-call-over",
    page: "RunningTestCallPage",
    url: ({ testCalls }) => `/test-call/${testCalls.converted}`,
    ready: "The call is over",
  },
];
