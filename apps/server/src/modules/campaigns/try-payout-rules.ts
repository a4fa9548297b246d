import type { PayoutRule, PayoutTrial, TryPayoutRules } from "@ccp/contract";
import {
  createCallTags,
  explainRuleMiss,
  findListed,
  type ArrivedFact,
  type RuleInput,
  toListQuestions,
} from "@ccp/engine";
import { type AccountTransaction, withAccount } from "#db/transaction.ts";
import type { AtNow } from "#http/verb.ts";
import { toBookRules } from "#modules/books/to-paying.ts";
import { parsePhone } from "#modules/numbers/parse-phone.ts";
import { requirePublishers } from "#modules/publishers/require-publishers.ts";
import { readFilterNames } from "#modules/targets/read-filter-names.ts";
import { readLists } from "#modules/value-lists/read-lists.ts";
import { findFirstNumber, selectCampaignPayouts } from "./campaign-payouts.store.ts";
import { getCampaignRow } from "./campaigns.store.ts";

type Asked = { id: string } & TryPayoutRules;

/** A call of now to the number that the publisher has in the campaign, as far as one can know before it comes. */
const toArrival = (input: Asked, { from, to }: { from: string; to: string }): ArrivedFact => ({
  kind: "arrived",
  carrierAccountId: 0,
  carrierAccountRef: "",
  carrierCallRef: "",
  from,
  to,
  numberId: null,
  campaignId: input.id,
  publisherId: input.publisherId,
  place: { city: null, state: null, zip: null, country: null },
  stirVerstat: null,
  currency: "",
});

const readInput = async (
  tx: AccountTransaction,
  rules: Parameters<typeof toListQuestions>[0],
  arrival: ArrivedFact,
  at: number,
): Promise<RuleInput> => {
  const tags = createCallTags(arrival, at);
  const questions = toListQuestions(rules);
  const lists = await readLists(tx, [...new Set(questions.map(({ condition }) => condition.listId))]);
  return { at, tags, listed: findListed(questions, lists, tags) };
};

const toVerdicts = async (
  tx: AccountTransaction,
  {
    rules,
    timeZone,
    arrival,
    now,
  }: { rules: PayoutRule[]; timeZone: string; arrival: ArrivedFact; now: number },
): Promise<PayoutTrial["rules"]> => {
  const names = await readFilterNames(
    tx,
    rules.map(({ filter }) => filter),
  );
  const asked = toBookRules(rules, timeZone, names);
  const input = await readInput(tx, asked, arrival, now);
  let isPaid = false;
  return rules.map(({ name, enabled }) => {
    const rule = asked.find((each) => each.name === name);
    if (!enabled || rule === undefined) return { name, verdict: "off", sentence: "is switched off" };
    if (isPaid) return { name, verdict: "not-asked", sentence: "is not asked, as a rule before it pays" };
    const miss = explainRuleMiss(rule, input);
    if (miss !== null) return { name, verdict: miss.why, sentence: miss.words };
    isPaid = true;
    return { name, verdict: "pays", sentence: "takes the call" };
  });
};

/** Asks the engine what a call of this moment would be paid by, as the campaign stands now. */
export const tryPayoutRules = ({ pools, ctx, input, now }: AtNow<Asked>): Promise<PayoutTrial> =>
  withAccount(pools.app, ctx.accountId, async (tx) => {
    const campaign = await getCampaignRow(tx, input.id);
    await requirePublishers(tx, [{ id: input.publisherId, path: "body.publisherId" }]);
    const own = (await selectCampaignPayouts(tx, input.id)).find(
      ({ publisher, enabled }) => enabled && publisher.id === input.publisherId,
    );
    const { rules, payout } = own ?? { rules: campaign.payoutRules, payout: campaign.payout };
    const from = input.from === null ? "anonymous" : parsePhone(input.from, "body.from", campaign.country);
    const to = await findFirstNumber(tx, input);
    const arrival = toArrival(input, { from, to });
    const verdicts = await toVerdicts(tx, { rules, timeZone: campaign.timeZone, arrival, now });
    const paying = rules[verdicts.findIndex(({ verdict }) => verdict === "pays")];
    return {
      rules: verdicts,
      payout: paying === undefined ? payout : paying.payout,
      owner: own === undefined ? "campaign" : "publisher",
    };
  });
