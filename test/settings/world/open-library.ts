import { randomBytes, randomUUID } from "node:crypto";
import { makeCampaign, makeNumber, setPlanRows } from "./line.ts";
import type { Land } from "./open-land.ts";
import { openStage, type Stage } from "./open-stage.ts";
import { tellLibrary } from "./tell-library.ts";

/** An account to be read: five of every noun, no two alike, and calls that came to different ends. */
export type Library = {
  stage: Stage;
  /** Ids by words such as `campaign0`, for filters to name. */
  words: ReadonlyMap<string, string>;
};

const each = [0, 1, 2, 3, 4] as const;

/** No two columns put the five in one order, nor in the opposite of it. */
const names = ["Cedar", "Aspen", "Elm", "Birch", "Dogwood"];
const verticals = ["legal", "other", "insurance", "education", "healthcare"];
const prices = ["3000000", "1000000", "5000000", "4000000", "2000000"];
const paused = [true, false, true, false, false];
const touchedInOrder = [3, 0, 4, 2, 1];

const toStatus = (index: number): string => (paused[index] === true ? "paused" : "active");

const toCommon = (index: number) => ({ name: names[index], status: toStatus(index) });

const toPayout = (micros: string | undefined) => ({ kind: "fixed", micros, due: { kind: "connected" } });

const makeFive = async <Id>(make: (index: number) => Promise<Id>): Promise<Id[]> => {
  const made: Id[] = [];
  for (const index of each) made.push(await make(index));
  return made;
};

/** Has each of them changed once more, in an order of its own. */
const touchFive = async (touch: (index: number) => Promise<unknown>): Promise<void> => {
  for (const index of touchedInOrder) await touch(index);
};

const makeParties = async ({ client }: Stage) => {
  const buyers = await makeFive(
    async (index) => (await client.send("createBuyer", { body: toCommon(index) })).id,
  );
  const publishers = await makeFive(
    async (index) => (await client.send("createPublisher", { body: toCommon(index) })).id,
  );
  const targets = await makeFive(async (index) => {
    const buyerId = buyers[(index * 2 + 1) % 5];
    const destination = { kind: "phone", address: `+121255501${30 + index}` };
    const revenue = { kind: "fixed", micros: prices[(index + 2) % 5], conversion: { kind: "connected" } };
    const body = { ...toCommon(index), buyerId, destination, revenue };
    return (await client.send("createTarget", { body })).id;
  });
  await touchFive((index) =>
    client.send("updateBuyer", { params: { id: buyers[index] }, body: { name: names[index] } }),
  );
  await touchFive((index) =>
    client.send("updatePublisher", { params: { id: publishers[index] }, body: { name: names[index] } }),
  );
  await touchFive((index) =>
    client.send("updateTarget", { params: { id: targets[index] }, body: { name: names[index] } }),
  );
  return { buyers, publishers, targets };
};

const makeCampaigns = async (stage: Stage) => {
  const campaigns = await makeFive((index) =>
    makeCampaign(stage, { ...toCommon(index), vertical: verticals[index], payout: toPayout(prices[index]) }),
  );
  const touch = (index: number) =>
    stage.client.send("updateCampaign", { params: { id: campaigns[index] }, body: { name: names[index] } });
  await touchFive(touch);
  return campaigns;
};

const strategies = ["round-robin", "pool", "pool", "weighted", "longest-idle"];

const makeGroups = async ({ client }: Stage): Promise<string[]> => {
  const groups = await makeFive(
    async (index) =>
      (
        await client.send("createTargetGroup", {
          body: { ...toCommon(index), strategy: strategies[index] },
        })
      ).id,
  );
  await touchFive((index) =>
    client.send("updateTargetGroup", { params: { id: groups[index] }, body: { name: names[index] } }),
  );
  return groups;
};

/** Agents with skills and users of their own, of whom the first stands in a group that the first plan lists. */
const makeAgents = async ({ client }: Stage) => {
  const skills = [["Pear"], ["Plum"], ["Pear", "Plum"], [], ["Fig"]];
  const users: number[] = [];
  for (const name of ["Uma", "Ute"]) {
    const body = { name, email: `${name}.${randomUUID()}@acme.example` };
    users.push((await client.send("createUser", { body })).user.id);
  }
  const agents = await makeFive(async (index) => {
    const destination = { kind: "phone", address: `+121255501${40 + index}` };
    const own = { skills: skills[index], userId: users[index] ?? null };
    return (await client.send("createAgent", { body: { ...toCommon(index), destination, ...own } })).id;
  });
  const agentGroups = await makeFive(
    async (index) => (await client.send("createAgentGroup", { body: toCommon(index) })).id,
  );
  const items = [{ agentId: agents[0] }];
  await client.send("putAgentGroupMembers", { params: { id: agentGroups[1] }, body: { items } });
  await touchFive((index) =>
    client.send("updateAgent", { params: { id: agents[index] }, body: { name: names[index] } }),
  );
  await touchFive((index) =>
    client.send("updateAgentGroup", { params: { id: agentGroups[index] }, body: { name: names[index] } }),
  );
  return { agents, agentGroups, users };
};

/** The plans of the campaigns, two of which list the first group, and one that is archived. */
const makePlans = async (
  stage: Stage,
  campaigns: readonly string[],
  { groupId, agentGroupId }: { groupId: string; agentGroupId: string },
): Promise<string[]> => {
  const { client } = stage;
  const plans = await makeFive(
    async (index) => (await client.send("getCampaign", { params: { id: campaigns[index] } })).plan.id,
  );
  await touchFive((index) =>
    client.send("updatePlan", { params: { id: plans[index] }, body: { name: names[index] } }),
  );
  for (const id of plans.slice(3)) await setPlanRows(stage, id, [{ groupId }]);
  await setPlanRows(stage, plans[2] ?? "", [{ agentGroupId }]);
  const { id } = await client.send("createPlan", { body: { name: "Fir" } });
  await client.send("archivePlan", { params: { id } });
  return plans;
};

const makeNumbers = async (
  stage: Stage,
  { campaigns, publishers, elsewhere }: { campaigns: string[]; publishers: string[]; elsewhere: number },
) => {
  const labels = ["Lemon", "Mango", "Apple", "Kiwi", "Olive"];
  const free = each.map(() => stage.land.takeNumber());
  const numbers = await makeFive((index) =>
    makeNumber(stage, index === 4 ? null : (campaigns[(index * 3) % 5] ?? null), {
      label: labels[index],
      number: free[(index * 2 + 2) % 5],
      carrierAccountId: index === 2 ? elsewhere : stage.carrierAccountId,
      publisherId: index === 3 ? null : publishers[(index * 2 + 2) % 5],
      status: index === 1 || index === 4 ? "paused" : "active",
    }),
  );
  const touch = (index: number) =>
    stage.client.send("updateNumber", {
      params: { id: numbers[index]?.numberId },
      body: { label: labels[index] },
    });
  await touchFive(touch);
  return numbers;
};

/** Who is blocked where, why, and until when. */
const blocked = [
  { kind: "number", value: "+13035550170", campaign: 2, reason: "Mango", expiresAt: "2999-01-01T00:00:00Z" },
  { kind: "prefix", value: "+1900", campaign: null, reason: "Kiwi", expiresAt: "2001-01-01T00:00:00Z" },
  { kind: "anonymous", value: "", campaign: 3, reason: "Olive", expiresAt: null },
  { kind: "number", value: "+12025550170", campaign: 4, reason: "Apple", expiresAt: "2998-01-01T00:00:00Z" },
  { kind: "prefix", value: "+1404", campaign: 1, reason: "Lemon", expiresAt: "2001-01-02T00:00:00Z" },
];

const makeBlocked = async ({ client }: Stage, campaigns: readonly string[]): Promise<void> => {
  const ids = await makeFive(async (index) => {
    const { campaign, ...entry } = blocked[index] ?? {};
    const campaignId = typeof campaign === "number" ? campaigns[campaign] : null;
    return (await client.send("createBlockedCaller", { body: { ...entry, campaignId } })).id;
  });
  const touch = (index: number) =>
    client.send("updateBlockedCaller", {
      params: { id: ids[index] },
      body: { reason: blocked[index]?.reason },
    });
  await touchFive(touch);
};

/** Lists of different lengths, and one more that is archived. */
const makeLists = async ({ client }: Stage): Promise<void> => {
  const lengths = [4, 2, 1, 5, 3];
  const ids = await makeFive(async (index) => {
    const text = Array.from({ length: lengths[index] ?? 0 }, (_, value) => String(value)).join("\n");
    return (await client.send("createValueList", { body: { name: names[index], text } })).id;
  });
  await touchFive((index) =>
    client.send("updateValueList", { params: { id: ids[index] }, body: { name: names[index] } }),
  );
  const { id } = await client.send("createValueList", { body: { name: "Fig", text: "1\n2\n3\n4\n5\n6" } });
  await client.send("archiveValueLists", { body: { ids: [id] } });
};

const toWords = (name: string, ids: readonly unknown[]): [string, string][] =>
  ids.map((id, index) => [`${name}${index}`, String(id)]);

/** Keys, people and carrier accounts, three of each; answers with the last carrier account. */
const makeOthers = async ({ client }: Stage): Promise<number> => {
  let last = 0;
  for (const [index, name] of ["Zoe", "Yan"].entries()) {
    await client.send("createUser", { body: { name, email: `${name}.${randomUUID()}@acme.example` } });
    await client.send("createApiKey", { body: { name } });
    const accountRef = `AC${randomBytes(16).toString("hex")}`;
    const authToken = String(index).repeat(32);
    last = (await client.send("createCarrierAccount", { body: { name, accountRef, authToken } })).id;
  }
  return last;
};

export const openLibrary = async (land: Land): Promise<Library> => {
  const stage = await openStage(land);
  const { buyers, publishers, targets } = await makeParties(stage);
  const campaigns = await makeCampaigns(stage);
  const groups = await makeGroups(stage);
  const { agents, agentGroups, users } = await makeAgents(stage);
  const used = { groupId: groups[0] ?? "", agentGroupId: agentGroups[0] ?? "" };
  const plans = await makePlans(stage, campaigns, used);
  await makeBlocked(stage, campaigns);
  await makeLists(stage);
  const elsewhere = await makeOthers(stage);
  const numbers = await makeNumbers(stage, { campaigns, publishers, elsewhere });
  const words = new Map([
    ...toWords("buyer", buyers),
    ...toWords("publisher", publishers),
    ...toWords("target", targets),
    ...toWords("campaign", campaigns),
    ...toWords("plan", plans),
    ...toWords("group", groups),
    ...toWords("agent", agents),
    ...toWords("agentGroup", agentGroups),
    ...toWords("user", users),
    ...toWords(
      "number",
      numbers.map(({ numberId }) => numberId),
    ),
    ...toWords(
      "digits",
      numbers.map(({ number }) => number.slice(-10)),
    ),
    ...Object.entries(stage.buyers).map(([name, id]): [string, string] => [name, String(id)]),
    ...Object.entries({ ...stage.publishers, ...stage.targets }),
    ["simulated", String(stage.carrierAccountId)],
    ["elsewhere", String(elsewhere)],
    ...(await tellLibrary(stage)),
  ]);
  return { stage, words };
};
