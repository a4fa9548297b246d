import { expect, test } from "vitest";
import { paths, toSafeNext } from "./paths.ts";

test("every page has one address", () => {
  expect({
    home: paths.home(),
    signIn: paths.signIn("/calls?status=ended"),
    signInLink: paths.signInLink(),
    setUp: paths.setUp(),
    liveCalls: paths.liveCalls(),
    calls: paths.calls(),
    filtered: paths.calls("status=ended"),
    call: paths.call("a b"),
    campaigns: paths.campaigns.list("status=active"),
    newCampaign: paths.campaigns.create(),
    campaign: paths.campaigns.page("c1"),
    campaignRouting: paths.campaigns.page("c1", "routing"),
    publishers: paths.publishers.list(),
    number: paths.numbers.page(7),
    blockedCallers: paths.blockedCallers("form=new"),
    buyer: paths.buyers.page(7),
    target: paths.targets.page("t1"),
    targetGroup: paths.targetGroups.page("g1"),
    plan: paths.plans.page("p1", "versions"),
    testCall: paths.testCall(),
    runningTestCall: paths.runningTestCall("CA1"),
    apiDocs: paths.apiDocs(),
    account: paths.settings.account(),
    telephony: paths.settings.telephony(),
    users: paths.settings.users(),
    apiKeys: paths.settings.apiKeys(),
    auditLog: paths.settings.auditLog("noun=target"),
  }).toEqual({
    home: "/",
    signIn: "/sign-in?next=%2Fcalls%3Fstatus%3Dended",
    signInLink: "/sign-in/link",
    setUp: "/set-up",
    liveCalls: "/live-calls",
    calls: "/calls",
    filtered: "/calls?status=ended",
    call: "/calls/a%20b",
    campaigns: "/campaigns?status=active",
    newCampaign: "/campaigns?form=new",
    campaign: "/campaigns/c1",
    campaignRouting: "/campaigns/c1?tab=routing",
    publishers: "/publishers",
    number: "/numbers/7",
    blockedCallers: "/blocked-callers?form=new",
    buyer: "/buyers/7",
    target: "/targets/t1",
    targetGroup: "/target-groups/g1",
    plan: "/plans/p1?tab=versions",
    testCall: "/test-call",
    runningTestCall: "/test-call/CA1",
    apiDocs: "/docs",
    account: "/settings/account",
    telephony: "/settings/telephony",
    users: "/settings/users",
    apiKeys: "/settings/api-keys",
    auditLog: "/settings/audit-log?noun=target",
  });
});

test.each([
  "https://example.com",
  "//example.com",
  "/\\example.com",
  "javascript:alert(1)",
  "",
  "/sign-in",
  null,
])("sign-in never leads away or in a circle: %s", (next) => expect(toSafeNext(next)).toBe("/"));

test("sign-in leads back to the page that was asked for", () => {
  expect(toSafeNext("/calls?status=ended")).toBe("/calls?status=ended");
});
