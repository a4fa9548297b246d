import type { AddBlockedCallers, Payout } from "@ccp/contract";
import type { NewCall } from "@ccp/simulator";
import type { DemoWorld } from "./demo-world.ts";

const dental = "+12125550101";
const repair = "+13125550103";
const insurance = "+14155550105";

const answer = (afterSeconds: number, talkSeconds: number) =>
  ({ kind: "answer", afterSeconds, talkSeconds, hangsUp: "callee" }) as const;
const busy = { kind: "busy" } as const;

type Scene = { call: NewCall; thenSeconds: number };

/** A call of every kind that has a look of its own; three of them still go on. */
const scenes = {
  converted: {
    call: {
      from: "+12025550143",
      to: dental,
      script: { farEnds: { "+12125550111": answer(3, 48), "+12125550112": answer(3, 48) } },
    },
    thenSeconds: 60,
  },
  nextTarget: {
    call: {
      from: "+12025550144",
      to: dental,
      script: { farEnds: { "+12125550111": busy, "+12125550112": busy, "+12125550113": answer(2, 6) } },
    },
    thenSeconds: 20,
  },
  apologised: {
    call: {
      from: "+12025550145",
      to: insurance,
      script: {
        farEnds: { "+14155550131": busy, "+14155550132": { kind: "no-answer" }, "+12025550141": busy },
      },
    },
    thenSeconds: 75,
  },
  abandoned: {
    call: { from: "+12025550146", to: insurance, script: { hangsUpAfterSeconds: 1 } },
    thenSeconds: 5,
  },
  blocked: {
    call: { from: "+12025550149", to: dental, script: {} },
    thenSeconds: 15,
  },
  recovered: {
    call: {
      from: "+12025550153",
      to: repair,
      script: {
        farEnds: {
          "+13125550121": answer(2, 8),
          "+13125550122": answer(2, 100),
          "+13125550123": answer(2, 100),
        },
      },
    },
    thenSeconds: 130,
  },
  voicemail: {
    call: {
      from: "+12025550154",
      to: repair,
      script: {
        farEnds: {
          "+13125550121": busy,
          "+13125550122": busy,
          "+13125550123": { kind: "no-answer" },
          "+12025550141": busy,
        },
        replies: [{ kind: "message", seconds: 12, endsWith: "hangup" }],
      },
    },
    thenSeconds: 75,
  },
  notAttested: {
    call: { from: "+14065550153", to: insurance, script: { stirVerstat: "TN-Validation-Passed-C" } },
    thenSeconds: 15,
  },
  running: {
    call: { from: "+12025550147", to: repair, script: { farEnds: { "+13125550121": answer(2, 1800) } } },
    thenSeconds: 70,
  },
  perMinute: {
    call: {
      from: "+12025550152",
      to: dental,
      script: { farEnds: { "+12125550111": busy, "+12125550112": busy, "+12125550113": answer(2, 161) } },
    },
    thenSeconds: 175,
  },
  tiers: {
    call: {
      from: "+12025550150",
      to: insurance,
      script: { farEnds: { "+14155550131": busy, "+14155550132": answer(2, 100) } },
    },
    thenSeconds: 115,
  },
  awaitingLength: {
    call: {
      from: "+12025550151",
      to: dental,
      script: { farEnds: { "+12125550111": busy, "+12125550112": busy, "+12125550113": answer(2, 1800) } },
    },
    thenSeconds: 50,
  },
  ringing: {
    call: {
      from: "+12025550148",
      to: dental,
      script: { farEnds: { "+12125550111": answer(24, 60), "+12125550112": answer(24, 60) } },
    },
    thenSeconds: 7,
  },
} satisfies Record<string, Scene>;

export type SceneName = keyof typeof scenes;

const entry = { campaignId: null, reason: "", expiresAt: null };

/** One entry of every kind, and one that has expired. */
const toBlocked = (now: number): AddBlockedCallers["items"] => [
  { ...entry, kind: "prefix", value: "+1900", reason: "Premium-rate numbers" },
  { ...entry, kind: "anonymous", value: "" },
  {
    ...entry,
    kind: "number",
    value: "+12025550150",
    reason: "Called forty times in an hour",
    expiresAt: new Date(now - 86_400_000).toISOString(),
  },
  { ...entry, kind: "number", value: "+12025550149", reason: "Spam" },
];

const share: Payout = {
  kind: "revenue-share",
  basisPoints: 6250,
  minMicros: "5000000",
  maxMicros: "15000000",
  due: { kind: "converted" },
};

/** Makes one after the other; resolves with the carrier's ids. */
export const placeSceneCalls = async (world: DemoWorld): Promise<Record<SceneName, string>> => {
  await world.block(toBlocked(world.now()));
  await world.agree({ campaign: "Auto insurance quotes", publisher: "Harbour Media" }, share);
  await world.demand("Auto insurance quotes", ["A", "B"]);
  const placed: [string, string][] = [];
  for (const [name, { call, thenSeconds }] of Object.entries<Scene>(scenes)) {
    placed.push([name, await world.placeCall(call, thenSeconds)]);
  }
  return Object.fromEntries(placed) as Record<SceneName, string>;
};
