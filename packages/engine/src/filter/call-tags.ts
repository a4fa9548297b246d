import { readCaller } from "#block/read-caller.ts";
import type { ArrivedFact } from "#call/event.ts";
import { toWhereabouts } from "#geo/whereabouts.ts";
import { toDateText, toWeekday, weekdayNames } from "#schedule/civil-date.ts";
import { toLocalTime } from "#schedule/local-time.ts";
import { toAttestation } from "#screen/attestation.ts";
import { isTimeTag, tagNames, type TagName } from "./tag.ts";

/** The tags of one call at one moment. A tag is not known where this gives undefined. */
export type CallTags = { read(tag: TagName, timeZone: string): string | undefined };

type Known = Partial<Record<TagName, string>>;

const HOUR_MS = 3_600_000;

/** Area code and prefix of a number of the North American plan. */
const toAreaTags = (digits: string): Known => {
  const [, area, prefix] = /^1([2-9]\d\d)([2-9]\d\d)\d{4}$/.exec(digits) ?? [];
  if (area === undefined || prefix === undefined) return {};
  return { "InboundNumber:AreaCode": area, "InboundNumber:Prefix": prefix };
};

const toCallerTags = (from: string): Known => {
  const caller = readCaller(from);
  const isAnonymous = { "InboundNumber:IsAnonymous": String(caller.kind === "anonymous") };
  if (caller.kind !== "number") return isAnonymous;
  return { ...isAnonymous, "InboundNumber:Number": `+${caller.digits}`, ...toAreaTags(caller.digits) };
};

/** Only a passport that was verified says A, B or C. */
const toAttestationTag = (stirVerstat: string | null): string | undefined => {
  const attestation = toAttestation(stirVerstat);
  return attestation === "failed" || attestation === "none" ? undefined : attestation;
};

/** What is empty is not known. */
const keepKnown = (found: Readonly<Record<string, string | null | undefined>>): Known =>
  Object.fromEntries(
    Object.entries(found).filter(([, text]) => text !== null && text !== undefined && text !== ""),
  );

const toFixedTags = ({ from, to, place, stirVerstat, campaignId, publisherId }: ArrivedFact): Known => {
  const whereabouts = toWhereabouts({ place, from });
  return keepKnown({
    ...toCallerTags(from),
    "InboundNumber:CountryCode": whereabouts.country,
    "InboundNumber:State": whereabouts.state,
    "InboundNumber:City": whereabouts.city,
    "InboundNumber:Zip": whereabouts.zip,
    "InboundNumber:Attestation": toAttestationTag(stirVerstat),
    "DialedNumber:Number": to,
    "Campaign:Id": campaignId,
    "Publisher:Id": publisherId,
  });
};

const toTimeTags = (timeZone: string, at: number): Known => {
  const { day, ms } = toLocalTime(timeZone, at);
  return {
    "Time:WeekDay": weekdayNames[toWeekday(day)],
    "Time:Hour": String(Math.floor(ms / HOUR_MS)),
    "Time:Date": toDateText(day),
  };
};

/**
 * The tags of a call at `at` (epoch ms): what its arrival said, and what the clock of a zone shows then. Worked out
 * when first read, and once for each zone.
 */
export const createCallTags = (arrived: ArrivedFact, at: number): CallTags => {
  let fixed: Known | undefined;
  const zones = new Map<string, Known>();
  const readTime = (timeZone: string): Known => {
    const known = zones.get(timeZone) ?? toTimeTags(timeZone, at);
    zones.set(timeZone, known);
    return known;
  };
  return {
    read: (tag, timeZone) => {
      fixed ??= toFixedTags(arrived);
      return isTimeTag(tag) ? readTime(timeZone)[tag] : fixed[tag];
    },
  };
};

/** All tags of a call that are known, by name. */
export const toTags = (arrived: ArrivedFact, at: number, timeZone: string): ReadonlyMap<TagName, string> => {
  const tags = createCallTags(arrived, at);
  return new Map(
    tagNames.flatMap((tag) => {
      const text = tags.read(tag, timeZone);
      return text === undefined ? [] : [[tag, text] as const];
    }),
  );
};
