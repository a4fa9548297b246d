import type { PayoutRepeats, Protection, RepeatRules, RepeatWindow } from "@ccp/engine";

/** How far back an earlier call counts, to follow a verb: "within 30 days", "ever". */
export const toWindowText = (window: RepeatWindow): string => {
  if (window.kind === "ever") return "ever";
  return `within ${window.days} ${window.days === 1 ? "day" : "days"}`;
};

const eventTexts = { connected: "a connection", converted: "a conversion" } as const;

/** Whose calls are not taken again, in a few words. */
export const toProtectionText = (protection: Protection | null): string => {
  if (protection === null) return "Takes callers again";
  const { after, window } = protection;
  const since = window.kind === "ever" ? "after" : `${toWindowText(window)} of`;
  return `Nobody again ${since} ${eventTexts[after]}`;
};

/** How often a caller is paid for, to follow terms on one line; empty where each call is. */
export const toOnceText = (window: RepeatWindow | undefined): string => {
  if (window === undefined) return "";
  return window.kind === "ever" ? "once per caller" : `once per caller ${toWindowText(window)}`;
};

/** The same of a publisher's terms. */
export const toPaidOnceText = (duplicates: PayoutRepeats | undefined): string => {
  const once = toOnceText(duplicates?.window);
  return duplicates?.across === "campaign" ? `${once} for all publishers together` : once;
};

const returningTexts = { original: "the original target", different: "a different target" } as const;

const toReturningText = ({ returning }: RepeatRules): string[] =>
  returning.kind === "normal"
    ? []
    : [`Returning callers ${returning.strict ? "only" : "first"} to ${returningTexts[returning.kind]}`];

/** A campaign's rules on one line. */
export const toRepeatsText = (rules: RepeatRules): string => {
  const { spam, report, anonymous } = rules;
  const texts = [
    ...(spam.kind === "off" ? [] : [`Refused within ${spam.seconds} s of the last call`]),
    ...(report.kind === "off" ? [] : [`Repeats marked ${toWindowText(report)}`]),
    ...toReturningText(rules),
    ...(anonymous === "take"
      ? []
      : [`Withheld numbers ${anonymous === "refuse" ? "refused" : "to the fallback"}`]),
  ];
  return texts.length === 0 ? "Treated like every call" : texts.join("; ");
};
