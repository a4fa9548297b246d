import { readCaller, type Caller } from "#block/read-caller.ts";
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

type FixedTag = Exclude<TagName, `Time:${string}`>;

/** What is read of a call, with what has been made of its caller. */
type Source = ArrivedFact & { caller: Caller };

/** A part of a number of the North American plan: its area code or the three digits after it. */
const toAreaPart = ({ caller }: Source, from: 1 | 4): string | undefined =>
  caller.kind === "number" && /^1[2-9]\d\d[2-9]\d{6}$/.test(caller.digits)
    ? caller.digits.slice(from, from + 3)
    : undefined;

/** Only a passport that was verified says A, B or C. */
const toAttestationTag = ({ stirVerstat }: Source): string | undefined => {
  const attestation = toAttestation(stirVerstat);
  return attestation === "failed" || attestation === "none" ? undefined : attestation;
};

const fixedTags: Record<FixedTag, (source: Source) => string | null | undefined> = {
  "InboundNumber:Number": ({ caller }) => (caller.kind === "number" ? `+${caller.digits}` : undefined),
  "InboundNumber:CountryCode": (source) => toWhereabouts(source).country,
  "InboundNumber:AreaCode": (source) => toAreaPart(source, 1),
  "InboundNumber:Prefix": (source) => toAreaPart(source, 4),
  "InboundNumber:State": (source) => toWhereabouts(source).state,
  "InboundNumber:City": ({ place }) => place.city,
  "InboundNumber:Zip": ({ place }) => place.zip,
  "InboundNumber:IsAnonymous": ({ caller }) => String(caller.kind === "anonymous"),
  "InboundNumber:IsRepeat": ({ isDuplicate }) => String(isDuplicate === true),
  "InboundNumber:Attestation": toAttestationTag,
  "DialedNumber:Number": ({ to }) => to,
  "Campaign:Id": ({ campaignId }) => campaignId,
  "Publisher:Id": ({ publisherId }) => publisherId,
};

const toTimeTags = (timeZone: string, at: number): Known => {
  const { day, ms } = toLocalTime(timeZone, at);
  return {
    "Time:WeekDay": weekdayNames[toWeekday(day)],
    "Time:Hour": String(Math.floor(ms / HOUR_MS)),
    "Time:Date": toDateText(day),
  };
};

const isFixed = (tag: TagName): tag is FixedTag => !isTimeTag(tag);

/**
 * The tags of a call at `at` (epoch ms): what its arrival said, and what the clock of a zone shows then. Worked out
 * when first read, and once for each zone. What is empty is not known.
 */
export const createCallTags = (arrived: ArrivedFact, at: number): CallTags => {
  let source: Source | undefined;
  const known = new Map<TagName, string | undefined>();
  const zones = new Map<string, Known>();
  const readTime = (tag: TagName, timeZone: string): string | undefined => {
    const shown = zones.get(timeZone) ?? toTimeTags(timeZone, at);
    zones.set(timeZone, shown);
    return shown[tag];
  };
  const readFixed = (tag: FixedTag): string | undefined => {
    if (known.has(tag)) return known.get(tag);
    source ??= { ...arrived, caller: readCaller(arrived.from) };
    const text = fixedTags[tag](source) || undefined;
    known.set(tag, text);
    return text;
  };
  return { read: (tag, timeZone) => (isFixed(tag) ? readFixed(tag) : readTime(tag, timeZone)) };
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
