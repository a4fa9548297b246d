import type { Target } from "@ccp/contract";

/** A target for tests of its forms. */
export const aTarget: Target = {
  id: "8f0d7a4e-3b1c-4c52-9a53-0d7f3b2f6a11",
  buyer: { id: 3, name: "Acme Dental" },
  name: "Front desk",
  status: "active",
  destination: { kind: "phone", address: "+12025550142" },
  barred: null,
  concurrencyMax: null,
  concurrencyGrid: null,
  rate: null,
  ringTimeoutSeconds: null,
  caps: [],
  revenue: {
    kind: "fixed",
    micros: "25000000",
    conversion: { kind: "length", seconds: 30, from: "connection" },
  },
  hours: null,
  filter: null,
  filterNames: {},
  repeatCallers: null,
  timeZone: null,
  version: 4,
  createdAt: "2026-11-23T14:05:00.000Z",
  updatedAt: "2026-11-23T14:05:00.000Z",
};
