import { randomBytes } from "node:crypto";
import {
  putPlanRowsBody,
  putTargetGroupMembersBody,
  createBuyerBody,
  createCampaignBody,
  createNumberBody,
  createPublisherBody,
  createTargetBody,
  createTargetGroupBody,
  recordPaymentBody,
} from "@ccp/contract";
import type { Pools } from "@ccp/server/db/client.ts";
import type { Context } from "@ccp/server/http/context.ts";
import { createAccount } from "@ccp/server/modules/accounts/create-account.ts";
import { createApiKey } from "@ccp/server/modules/accounts/create-api-key.ts";
import { createCarrierAccount } from "@ccp/server/modules/accounts/create-carrier-account.ts";
import { createBuyer } from "@ccp/server/modules/buyers/create-buyer.ts";
import { createCampaign } from "@ccp/server/modules/campaigns/create-campaign.ts";
import { recordPayment } from "@ccp/server/modules/payments/record-payment.ts";
import { putPlanRows } from "@ccp/server/modules/plans/put-plan-rows.ts";
import { createNumber } from "@ccp/server/modules/numbers/create-number.ts";
import { createPublisher } from "@ccp/server/modules/publishers/create-publisher.ts";
import { createTargetGroup } from "@ccp/server/modules/target-groups/create-target-group.ts";
import { putTargetGroupMembers } from "@ccp/server/modules/target-groups/put-target-group-members.ts";
import { createTarget } from "@ccp/server/modules/targets/create-target.ts";
import type { Sealer } from "@ccp/server/sealing.ts";
import type { AccountPlan } from "./plan.ts";
import { createPlanHistory, type PlanHistory } from "./plan-history.ts";

type Deps = { pools: Pools; sealer: Sealer };

/** An account as it stands in the product, with the ids of what its plan names. */
export type InstalledAccount = {
  history: PlanHistory;
  ctx: Context;
  accountRef: string;
  authToken: string;
  /** By which systems of its buyers report. */
  apiKey: string;
  targetIds: ReadonlyMap<string, string>;
  groupIds: ReadonlyMap<string, string>;
  buyerIds: ReadonlyMap<string, number>;
  campaignIds: ReadonlyMap<string, string>;
  publisherIds: ReadonlyMap<string, string>;
};

/** What a plan's name became; throws where the plan names something that it does not have. */
export const getByName = <Value>(values: ReadonlyMap<string, Value>, name: string): Value => {
  const value = values.get(name);
  if (value === undefined) throw new Error(`The plan has no ${name}.`);
  return value;
};

/** One after the other: each is a transaction that waits for the account's row. */
const collect = async <Item, Value>(
  items: Iterable<Item>,
  toName: (item: Item) => string,
  make: (item: Item) => Promise<Value>,
): Promise<ReadonlyMap<string, Value>> => {
  const made = new Map<string, Value>();
  for (const item of items) made.set(toName(item), await make(item));
  return made;
};

const openAccount = async (deps: Deps, plan: AccountPlan) => {
  const { accountId, userId } = await createAccount({
    pools: deps.pools,
    input: {
      name: plan.name,
      currency: plan.currency,
      timeZone: "America/New_York",
      isDemo: false,
      owner: { email: `owner@${plan.name.toLowerCase()}.example`, name: "Owner", password: null },
    },
  });
  const ctx: Context = {
    accountId,
    actor: { kind: "user", id: String(userId) },
    role: "owner",
    requestId: null,
  };
  const accountRef = `ACfacade${randomBytes(13).toString("hex")}`;
  const authToken = randomBytes(16).toString("hex");
  const input = { carrier: "simulator", name: "Simulated carrier", accountRef, authToken } as const;
  const { id: carrierAccountId } = await createCarrierAccount({ ...deps, ctx, input });
  const { key: apiKey } = await createApiKey({ ...deps, ctx, input: { name: "Reports", role: "manager" } });
  return { ctx, accountRef, authToken, apiKey, carrierAccountId };
};

/** Before any simulation begins. */
const paidAt = Date.UTC(2026, 0, 1);

const toItself = (name: string): string => name;

const installGroups = (
  deps: Deps,
  ctx: Context,
  { groups = [] }: AccountPlan,
  targetIds: ReadonlyMap<string, string>,
) =>
  collect(
    groups,
    ({ name }) => name,
    async ({ members, ...group }) => {
      const { id } = await createTargetGroup({ ...deps, ctx, input: createTargetGroupBody.parse(group) });
      const items = members.map((name) => ({ targetId: getByName(targetIds, name) }));
      await putTargetGroupMembers({
        ...deps,
        ctx,
        input: { id, ...putTargetGroupMembersBody.parse({ items }) },
      });
      return id;
    },
  );

const installParties = async (deps: Deps, ctx: Context, plan: AccountPlan) => {
  const buyerIds = await collect(new Set(plan.targets.map(({ buyer }) => buyer)), toItself, async (name) => {
    const status = plan.pausedBuyers.includes(name) ? "paused" : "active";
    const { prepaid, ...limits } = plan.buyers?.get(name) ?? {};
    if (prepaid === undefined) {
      return (await createBuyer({ ...deps, ctx, input: createBuyerBody.parse({ name, status, ...limits }) }))
        .id;
    }
    const { mode, creditLimitMicros, paidMicros: amountMicros } = prepaid;
    const billing = { kind: "prepaid", mode, creditLimitMicros };
    const input = createBuyerBody.parse({ name, status, ...limits, billing });
    const { id: buyerId } = await createBuyer({ ...deps, ctx, input });
    const payment = recordPaymentBody.parse({ buyerId, amountMicros, idempotencyKey: `advance.${buyerId}` });
    await recordPayment({ ...deps, ctx, input: payment, now: paidAt });
    return buyerId;
  });
  const publishers = new Set(plan.numbers.flatMap(({ publisher }) => publisher ?? []));
  const publisherIds = await collect(publishers, toItself, async (name) => {
    return (await createPublisher({ ...deps, ctx, input: createPublisherBody.parse({ name }) })).id;
  });
  const targetIds = await collect(
    plan.targets,
    ({ name }) => name,
    async ({ buyer, farEnd: _farEnd, ...target }) => {
      const input = createTargetBody.parse({ ...target, buyerId: getByName(buyerIds, buyer) });
      return (await createTarget({ ...deps, ctx, input })).id;
    },
  );
  const groupIds = await installGroups(deps, ctx, plan, targetIds);
  return { buyerIds, publisherIds, targetIds, groupIds };
};

const apology = "Nobody is here. Please call again.";

const installCampaigns = (
  deps: Deps,
  ctx: Context,
  plan: AccountPlan,
  { targetIds, groupIds }: Pick<InstalledAccount, "targetIds" | "groupIds">,
) =>
  collect(
    plan.campaigns,
    ({ name }) => name,
    async ({ rows, strategies, fallback, ...terms }) => {
      const fallbackTargetId = fallback === null ? null : getByName(targetIds, fallback);
      const input = createCampaignBody.parse({ vertical: "other", apology, ...terms, fallbackTargetId });
      const campaign = await createCampaign({ ...deps, ctx, input });
      const items = rows.map((row) => {
        const { priority, weight, enabled = true } = row;
        return {
          priority,
          weight,
          enabled,
          ...("group" in row
            ? { kind: "group", groupId: getByName(groupIds, row.group) }
            : { kind: "target", targetId: getByName(targetIds, row.target) }),
        };
      });
      await putPlanRows({
        ...deps,
        ctx,
        input: {
          id: campaign.plan.id,
          ...putPlanRowsBody.parse({ items, ...(strategies && { strategies }) }),
        },
      });
      return campaign.id;
    },
  );

/** Makes an account with everything that its plan names. */
export const installPlan = async (deps: Deps, plan: AccountPlan): Promise<InstalledAccount> => {
  const { carrierAccountId, ...account } = await openAccount(deps, plan);
  const { ctx } = account;
  const parties = await installParties(deps, ctx, plan);
  const campaignIds = await installCampaigns(deps, ctx, plan, parties);
  for (const { number, campaign, publisher } of plan.numbers) {
    const campaignId = campaign === null ? null : getByName(campaignIds, campaign);
    const publisherId = publisher === null ? null : getByName(parties.publisherIds, publisher);
    const input = createNumberBody.parse({ number, carrierAccountId, campaignId, publisherId });
    await createNumber({ ...deps, ctx, input });
  }
  return { history: createPlanHistory(plan), ...account, campaignIds, ...parties };
};
