import { noRepeatRules } from "@ccp/engine";

/** A campaign and a target of the account itself, beside the demonstration. */
export const campaignBody = {
  vertical: "other",
  country: "US",
  timeZone: "UTC",
  status: "active",
  dialAttemptsMax: 3,
  recoveryMax: null,
  decisionTimeoutSeconds: null,
  fallbackAnswer: null,
  ringTimeoutSeconds: 25,
  timeLimitSeconds: 3600,
  recording: "off",
  callerId: "caller",
  apology: "Nobody is free.",
  attestations: null,
  repeats: noRepeatRules,
  payout: { kind: "fixed", micros: "20000000", due: { kind: "length", seconds: 60 } },
} as const;

export const targetBody = {
  status: "active",
  destination: { kind: "phone", address: "+12025550150" },
  caps: [] as never[],
  concurrencyMax: null,
  ringTimeoutSeconds: null,
  revenue: {
    kind: "fixed",
    micros: "30000000",
    conversion: { kind: "length", seconds: 30, from: "connection" },
  },
  hours: null,
  filter: null,
  repeatCallers: null,
  timeZone: null,
} as const;
