import { randomBytes } from "node:crypto";
import {
  putPlanRowsBody,
  createCampaignBody,
  createNumberBody,
  createPublisherBody,
  createTargetBody,
} from "@ccp/contract";
import { createAccount } from "@ccp/server/modules/accounts/create-account.ts";
import { createCarrierAccount } from "@ccp/server/modules/accounts/create-carrier-account.ts";
import { toSystemContext } from "@ccp/server/modules/accounts/system-context.ts";
import { createBuyer } from "@ccp/server/modules/buyers/create-buyer.ts";
import { createCampaign } from "@ccp/server/modules/campaigns/create-campaign.ts";
import { putPlanRows } from "@ccp/server/modules/plans/put-plan-rows.ts";
import { createNumber } from "@ccp/server/modules/numbers/create-number.ts";
import { createPublisher } from "@ccp/server/modules/publishers/create-publisher.ts";
import { createTarget } from "@ccp/server/modules/targets/create-target.ts";
import type { Pools } from "@ccp/server/db/client.ts";
import type { Sealer } from "@ccp/server/sealing.ts";
import type { Plan, PlannedTarget } from "./plan.ts";

/** The account that the plan became. */
export type Account = {
  accountId: string;
  accountRef: string;
  authToken: string;
  publisherId: string;
  /** By phone. */
  buyerIds: ReadonlyMap<string, number>;
};

type Verbs = { pools: Pools; ctx: ReturnType<typeof toSystemContext> };

const createParties = async (verbs: Verbs, targets: readonly PlannedTarget[]) => {
  const buyerIds = new Map<string, number>();
  const targetIds: string[] = [];
  for (const { name, phone, concurrencyMax, revenueMicros, revenueAfterSeconds } of targets) {
    const { id: buyerId } = await createBuyer({
      ...verbs,
      input: { name, status: "active", repeatCallers: null },
    });
    const { id } = await createTarget({
      ...verbs,
      input: createTargetBody.parse({
        buyerId,
        name,
        destination: { kind: "phone", address: phone },
        concurrencyMax,
        revenue: {
          kind: "fixed",
          micros: revenueMicros.toString(),
          conversion: { kind: "length", seconds: revenueAfterSeconds, from: "connection" },
        },
      }),
    });
    buyerIds.set(phone, buyerId);
    targetIds.push(id);
  }
  return { buyerIds, targetIds };
};

const createLine = async (
  verbs: Verbs,
  plan: Plan,
  { targetIds, recording }: { targetIds: readonly string[]; recording: "off" | "from-answer" },
): Promise<string> => {
  const campaign = await createCampaign({
    ...verbs,
    input: createCampaignBody.parse({
      name: `Line, recording ${recording}`,
      vertical: "home-services",
      dialAttemptsMax: 3,
      ringTimeoutSeconds: 5,
      timeLimitSeconds: plan.timeLimitSeconds,
      recording,
      callerId: "caller",
      apology: "Nobody is free. Please call again.",
      payout: {
        kind: "fixed",
        micros: plan.payoutMicros.toString(),
        due: { kind: "length", seconds: plan.payoutAfterSeconds },
      },
      fallbackTargetId: targetIds[plan.targets.length] ?? null,
    }),
  });
  const items = plan.targets.map(({ priority }, index) => ({
    kind: "target",
    targetId: targetIds[index] ?? "",
    priority,
  }));
  const rows = putPlanRowsBody.parse({ items });
  await putPlanRows({ ...verbs, input: { id: campaign.plan.id, ...rows } });
  return campaign.id;
};

/** Makes an account out of the plan, as its owner would. */
export const furnishAccount = async (pools: Pools, sealer: Sealer, plan: Plan): Promise<Account> => {
  const accountRef = `ACfacade${randomBytes(13).toString("hex")}`;
  const authToken = randomBytes(16).toString("hex");
  const { accountId } = await createAccount({
    pools,
    input: {
      name: "Under test",
      currency: "USD",
      timeZone: "America/New_York",
      isDemo: false,
      owner: { email: `owner@${accountRef}.example`, name: "Owner", password: null },
    },
  });
  const verbs = { pools, ctx: toSystemContext(accountId) };
  const carrierAccount = await createCarrierAccount({
    ...verbs,
    sealer,
    input: { carrier: "simulator", name: "Simulator", accountRef, authToken },
  });
  const publisher = await createPublisher({ ...verbs, input: createPublisherBody.parse({ name: "Radio" }) });
  const { buyerIds, targetIds } = await createParties(verbs, [...plan.targets, plan.fallback]);
  for (const [number, recording] of [
    [plan.numbers.plain, "off"],
    [plan.numbers.recorded, "from-answer"],
  ] as const) {
    const campaignId = await createLine(verbs, plan, { targetIds, recording });
    await createNumber({
      ...verbs,
      input: createNumberBody.parse({
        number,
        carrierAccountId: carrierAccount.id,
        campaignId,
        publisherId: publisher.id,
      }),
    });
  }
  return { accountId, accountRef, authToken, publisherId: publisher.id, buyerIds };
};
