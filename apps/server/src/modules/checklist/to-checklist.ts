import type { Checklist, ChecklistStep } from "@ccp/contract";
import type { ChecklistFacts } from "./checklist.store.ts";

type ToStep = (facts: ChecklistFacts) => ChecklistStep;

const toCarrier: ToStep = ({ carrierAccounts, readyCarrierAccounts }) => ({
  id: "carrier",
  title: "Connect a carrier",
  isDone: readyCarrierAccounts > 0,
  detail:
    readyCarrierAccounts > 0
      ? "A carrier account is connected."
      : carrierAccounts > 0
        ? "The carrier account is not verified yet: have it verified, and it says what is missing."
        : "Connect a Twilio account, or the simulated carrier to try things out.",
  href: { page: "telephony", id: null },
});

const toTarget: ToStep = ({ targets, buyers }) => ({
  id: "target",
  title: "Add a buyer and a target",
  isDone: targets > 0,
  detail:
    targets > 0
      ? "An active target of an active buyer can be rung."
      : buyers > 0
        ? "There is a buyer, but no active target: add where their calls go."
        : "Add somebody who buys calls, and where their calls go.",
  href: { page: buyers > 0 ? "targets" : "buyers", id: null },
});

const toCampaign: ToStep = ({ campaignName }) => ({
  id: "campaign",
  title: "Create a campaign",
  isDone: campaignName !== null,
  detail: campaignName === null ? "Begin with the template of a vertical." : `${campaignName} is active.`,
  href: { page: "campaigns", id: null },
});

const toNumber: ToStep = ({ number, numbers }) => ({
  id: "number",
  title: "Give a number to the campaign",
  isDone: number !== null,
  detail:
    number !== null
      ? `${number} leads to an active campaign.`
      : numbers > 0
        ? "There are numbers, but no active one leads to an active campaign."
        : "Enter a number of the carrier account, and choose its campaign.",
  href: { page: "numbers", id: null },
});

const toRouting: ToStep = ({ routedNumber, campaignId }) => ({
  id: "routing",
  title: "Choose who takes the calls",
  isDone: routedNumber !== null,
  detail:
    routedNumber === null
      ? "Put an active target into the plan of a campaign that a number leads to."
      : `Calls to ${routedNumber} have somebody to ring.`,
  href: campaignId === null ? { page: "campaigns", id: null } : { page: "campaign", id: campaignId },
});

const toTestCall: ToStep = ({ callId, callOutcome }) => ({
  id: "test-call",
  title: "Place a test call",
  isDone: callId !== null,
  detail: callId === null ? "Call the number, and see why it went where." : `The last call: ${callOutcome}.`,
  href: callId === null ? { page: "test-call", id: null } : { page: "call", id: callId },
});

const toSteps: readonly ToStep[] = [toCarrier, toTarget, toCampaign, toNumber, toRouting, toTestCall];

/** The steps in order; each is done when what it asks for is there. */
export const toChecklist = (facts: ChecklistFacts): Checklist => {
  const steps = toSteps.map((toStep) => toStep(facts));
  return { isHidden: facts.isHidden, isDone: steps.every(({ isDone }) => isDone), steps };
};
