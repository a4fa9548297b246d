// @vitest-environment happy-dom
import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { CallBadge } from "./status-badge.tsx";

test.each([
  ["Converted", { status: "ended", outcome: "connected", converted: true }],
  ["Converted, live", { status: "in-progress", outcome: null, converted: true }],
  ["In progress", { status: "in-progress", outcome: null, converted: false }],
  ["No target", { status: "ended", outcome: "not-connected", converted: false }],
  ["Voicemail", { status: "ended", outcome: "not-connected", converted: false, hasVoicemail: true }],
  ["Blocked", { status: "ended", outcome: "not-connected", converted: false, isBlocked: true }],
  ["Busy", { status: "ended", outcome: "not-connected", converted: false, lastAttemptOutcome: "busy" }],
  ["Caller hung up", { status: "ended", outcome: "abandoned", converted: false }],
] as const)("a call's badge says whether it earned and whether it still runs: %s", (text, call) => {
  const { unmount } = render(
    <CallBadge call={{ lastAttemptOutcome: null, isBlocked: false, hasVoicemail: false, ...call }} />,
  );
  expect(screen.getByText(text)).toBeDefined();
  unmount();
});
