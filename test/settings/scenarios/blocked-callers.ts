import type { Scenarios } from "#list/scenario.ts";
import { Refusal } from "#world/client.ts";
import { callNumber, makeCampaign, makeLine } from "#world/line.ts";
import type { Land } from "#world/open-land.ts";
import { openStage, type Stage, toWhom } from "#world/open-stage.ts";

type Body = Record<string, unknown>;

/** Everybody who calls here has this number. */
const caller = "+13105550199";

/** Whom a call to a campaign of its own reaches, and what its page says, once somebody was blocked. */
const tellCall = async (land: Land, block: (stage: Stage, campaignId: string) => Promise<unknown>) => {
  const on = await openStage(land);
  const { campaignId, number } = await makeLine(on, await makeCampaign(on));
  await block(on, campaignId);
  const { rang, shown } = await callNumber(on, number);
  return [rang.map(({ phone }) => toWhom(phone)), shown.decisions[0]?.sentence];
};

type Field = { values: readonly unknown[]; toBody?: (value: unknown, campaignId: string) => Body };

const changeable: Record<string, Field> = {
  reason: { values: ["Spam", "Rude"] },
  expiresAt: { values: [null, "2001-01-01T00:00:00Z"] },
};

const common: Record<string, Field> = {
  campaignId: {
    values: [null, "its own"],
    toBody: (value, campaignId) => ({ campaignId: value === null ? null : campaignId }),
  },
  ...changeable,
};

const ofKind: Record<string, string> = { number: caller, prefix: "+1310", anonymous: "" };

const fields: Record<string, Field> = {
  kind: {
    values: ["number", "prefix", "anonymous"],
    toBody: (kind) => ({ kind, value: ofKind[String(kind)] }),
  },
  value: { values: [caller, "+13105550198"] },
  ...common,
};

const text: Field = { values: [caller, "+1310*", "anonymous", `${caller},Robot`] };

const toScenarios = (
  land: Land,
  { prefix, of }: { prefix: string; of: Record<string, Field> },
  write: (stage: Stage, change: Body) => Promise<unknown>,
): Scenarios =>
  Object.fromEntries(
    Object.entries(of).map(([name, { values, toBody }]) => [
      `${prefix}.${name}`,
      {
        values,
        play: (value) =>
          tellCall(land, (on, campaignId) =>
            write(on, toBody === undefined ? { [name]: value } : toBody(value, campaignId)),
          ),
      },
    ]),
  );

const entry = { kind: "number", value: caller };

const make = async ({ client }: Stage): Promise<number> =>
  (await client.send("createBlockedCaller", { body: entry })).id;

const change = async (on: Stage, body: Body): Promise<unknown> =>
  on.client.send("updateBlockedCaller", { params: { id: await make(on) }, body });

export const blockedCallerScenarios = (land: Land): Scenarios => ({
  ...toScenarios(land, { prefix: "createBlockedCaller.body", of: fields }, ({ client }, body) =>
    client.send("createBlockedCaller", { body: { ...entry, ...body } }),
  ),
  ...toScenarios(land, { prefix: "addBlockedCallers.body.items[]", of: fields }, ({ client }, body) =>
    client.send("addBlockedCallers", { body: { items: [{ ...entry, ...body }] } }),
  ),
  ...toScenarios(land, { prefix: "importBlockedCallers.body", of: { text, ...common } }, ({ client }, body) =>
    client.send("importBlockedCallers", { body: { text: caller, ...body } }),
  ),
  ...toScenarios(land, { prefix: "updateBlockedCaller.body", of: changeable }, change),
  "updateBlockedCaller.body.version": {
    values: [1, 2],
    play: async (version) => {
      try {
        await change(await openStage(land), { version });
        return "written";
      } catch (error) {
        return error instanceof Refusal ? error.code : error;
      }
    },
  },
  "removeBlockedCallers.body.ids[]": {
    values: ["the caller's", "another"],
    play: (value) =>
      tellCall(land, async (on) => {
        const own = await make(on);
        const { id: other } = await on.client.send("createBlockedCaller", {
          body: { kind: "number", value: "+13105550198" },
        });
        await on.client.send("removeBlockedCallers", { body: { ids: [value === "another" ? other : own] } });
      }),
  },
});
