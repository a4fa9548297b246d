import type { Scenario, Scenarios } from "#list/scenario.ts";
import { Refusal } from "#world/client.ts";
import { makeCampaign, makeLine } from "#world/line.ts";
import type { Land } from "#world/open-land.ts";
import { openStage, type Stage, toWhom } from "#world/open-stage.ts";
import type { Field } from "./writing.ts";

/** The carrier's word for each attestation. */
const words = {
  A: "TN-Validation-Passed-A",
  B: "TN-Validation-Passed-B",
  C: "TN-Validation-Passed-C",
  failed: "TN-Validation-Failed",
  none: "No-TN-Validation",
};

/** How those calls were attested that somebody took. */
const listTaken = async (stage: Stage, to: string): Promise<string[]> => {
  const attested = Object.entries(words);
  const stories = await stage.land.call(
    attested.map(([, stirVerstat]) => ({ to, account: stage, script: { stirVerstat } })),
  );
  return attested.flatMap(([name], index) => ((stories[index]?.rang.length ?? 0) > 0 ? [name] : []));
};

const seeTaken: Field["see"] = async (stage, id) =>
  listTaken(stage, (await makeLine(stage, String(id))).number);

/** Whom a campaign hears, seen by the calls that it takes. */
export const attestationFields: Record<string, Field> = {
  attestations: { values: [null, ["A", "B"]], see: seeTaken },
  "attestations[]": {
    values: Object.keys(words),
    toChange: (_stage, value) => ({ attestations: [value] }),
    see: seeTaken,
  },
};

/** A number behind each prefix of high risk. */
const highRiskNumbers = {
  "+1900": "+19005550142",
  "+1976": "+19765550142",
  "+800": "+80012345678",
  "+808": "+80812345678",
  "+870": "+870773111632",
  "+878": "+878101234567890",
  "+881": "+881612345678",
  "+882": "+88216123456",
  "+883": "+883510012345",
  "+888": "+88812345678901",
  "+979": "+979123456789",
};

const isWritten = async ({ client, buyers }: Stage, address: string): Promise<boolean> => {
  const body = { name: address, buyerId: buyers.bolt, destination: { kind: "phone", address } };
  try {
    await client.send("createTarget", { body });
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return false;
  }
};

/** Which numbers of high risk can be entered as a target's. */
const listWritten = async (stage: Stage): Promise<string[]> => {
  const written: string[] = [];
  for (const [prefix, number] of Object.entries(highRiskNumbers)) {
    if (await isWritten(stage, number)) written.push(prefix);
  }
  return written;
};

/** Whom the caller reaches, of a target in the US and, where it could be entered, one in Britain. */
const seeCountries = async (stage: Stage): Promise<unknown> => {
  const canEnter = await isWritten(stage, "+442079460142");
  const { number } = await makeLine(stage, await makeCampaign(stage), [{ targetId: stage.targets.front }]);
  const [story] = await stage.land.call([{ to: number, account: stage }]);
  return { canEnter, rang: story?.rang.map(({ phone }) => toWhom(phone)) };
};

const seeAccountsTaken = async (stage: Stage): Promise<string[]> =>
  listTaken(stage, (await makeLine(stage, await makeCampaign(stage))).number);

/** Whom an account hears and dials. */
export const accountScreening = (land: Land): Scenarios => {
  const byAccount =
    (
      toBody: (value: unknown) => Record<string, unknown>,
      see: (stage: Stage) => Promise<unknown>,
    ): Scenario["play"] =>
    async (value) => {
      const stage = await openStage(land);
      await stage.client.send("updateAccount", { body: toBody(value) });
      return see(stage);
    };
  return {
    "updateAccount.body.attestations": {
      values: [null, ["A", "B"]],
      play: byAccount((attestations) => ({ attestations }), seeAccountsTaken),
    },
    "updateAccount.body.attestations[]": {
      values: Object.keys(words),
      play: byAccount((value) => ({ attestations: [value] }), seeAccountsTaken),
    },
    "updateAccount.body.dialCountries[]": {
      values: ["US", "GB", "CA"],
      play: byAccount((value) => ({ dialCountries: [value] }), seeCountries),
    },
    "updateAccount.body.highRiskPrefixes[]": {
      values: Object.keys(highRiskNumbers),
      play: byAccount((value) => ({ highRiskPrefixes: [value] }), listWritten),
    },
  };
};
