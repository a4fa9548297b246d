import type { CallEvent } from "@ccp/engine";

/** One event as a webhook makes it; `n` tells samples apart. */
export const toSampleEvents = (n: number): CallEvent[] => [
  {
    key: `recording:RE${n}:completed`,
    accountId: "5b0f3c1e-7a55-4b3c-9a51-3f1f7d0c2a11",
    callId: "c0ffee00-0000-5000-8000-000000000001",
    at: 1_800_000_000_000 + n,
    fact: {
      kind: "recording",
      ref: `RE${n}`,
      status: "completed",
      url: "https://carrier.example/recordings/RE",
      seconds: 61,
      channels: 2,
    },
  },
];
