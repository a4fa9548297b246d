import { expect, test } from "vitest";
import { aCampaign, aRow } from "#testing/book.ts";
import { arrivedFact, createStage, decide, legFact, tell } from "#testing/stage.ts";
import { toTimeline } from "./timeline.ts";

const playCall = () => {
  const campaign = aCampaign({ rows: [aRow("Acme Dental")] });
  const stage = createStage(campaign);
  tell(stage, arrivedFact());
  decide(stage, { kind: "arrived" });
  // The carrier's clock, cut to whole seconds, runs a little behind ours.
  tell(stage, legFact(1, { status: "ringing", carrierAt: stage.now - 700 }));
  stage.now += 4000;
  tell(stage, legFact(1, { status: "in-progress", carrierAt: stage.now }));
  stage.now += 95_000;
  tell(stage, { kind: "converted", attempt: 1 });
  stage.now += 5000;
  tell(stage, legFact(1, { status: "completed", seconds: 100, carrierAt: stage.now }));
  const childRef = "CA-child-1";
  tell(stage, { kind: "dial-ended", attempt: 1, childRef, status: "completed", seconds: 100, bridged: true });
  decide(stage, { kind: "dial-ended", attempt: 1 });
  stage.now += 1000;
  tell(stage, legFact(null, { seconds: 104, carrierAt: stage.now }));
  tell(stage, { kind: "recording", ref: "RE1", status: "completed", url: null, seconds: 99, channels: 2 });
  return { campaign, state: stage.state };
};

test("a call's history reads from its arrival to its recording, causes before effects", () => {
  const { campaign, state } = playCall();
  expect(toTimeline(state, campaign).map(({ title, detail }) => [title, detail])).toEqual([
    ["Call from +12025550142 to +12025550101", null],
    ["Dialled Acme Dental", "+12025550171, for up to 20 s"],
    ["Acme Dental is ringing", null],
    ["Acme Dental answered", null],
    ["Converted", "what the terms of Acme Dental ask for has come"],
    ["Acme Dental left the line", "1 min 40 s on the line"],
    ["Dial to Acme Dental ended: completed after 1 min 40 s", null],
    ["Nothing left to do", null],
    ["The caller left the line", "1 min 44 s on the line"],
    ["Recording ready", "1 min 39 s"],
  ]);
});

test("what happened within one second of the carrier's clock is told in the order of a call", () => {
  const campaign = aCampaign({ rows: [aRow("Acme Dental")] });
  const stage = createStage(campaign);
  tell(stage, arrivedFact());
  decide(stage, { kind: "arrived" });
  const carrierAt = stage.now + 1000;
  tell(stage, legFact(null, { seconds: 1, carrierAt }));
  tell(stage, legFact(1, { status: "completed", seconds: 1, carrierAt }));
  tell(stage, legFact(1, { status: "in-progress", carrierAt }));
  tell(stage, legFact(1, { status: "ringing", carrierAt }));
  expect(toTimeline(stage.state, campaign).map(({ title }) => title)).toEqual([
    "Call from +12025550142 to +12025550101",
    "Dialled Acme Dental",
    "Acme Dental is ringing",
    "Acme Dental answered",
    "Acme Dental left the line",
    "The caller left the line",
  ]);
});

test("without its campaign the history names no target", () => {
  const { state } = playCall();
  expect(toTimeline(state, null).map(({ title }) => title)).toContain("A target answered");
});
