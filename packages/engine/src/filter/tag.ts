/**
 * What a tag's values are, and so how they are compared: text and phone numbers letter by letter, numbers by size,
 * dates by time, ids as a whole.
 */
export type TagType = "text" | "phone" | "number" | "boolean" | "date" | "id";

type Tag = {
  type: TagType;
  /** The value's owner in a sentence, such as "the caller's state"; for yes and no the sentences themselves. */
  words: string | { true: string; false: string };
  /** The only values that it takes. */
  options?: readonly string[];
  /** Every call has it. */
  isAlwaysKnown?: true;
};

const catalogue = {
  "InboundNumber:Number": { type: "phone", words: "the caller's number" },
  "InboundNumber:CountryCode": { type: "text", words: "the caller's country" },
  "InboundNumber:AreaCode": { type: "number", words: "the caller's area code" },
  "InboundNumber:Prefix": { type: "number", words: "the caller's prefix" },
  "InboundNumber:State": { type: "text", words: "the caller's state" },
  "InboundNumber:City": { type: "text", words: "the caller's city" },
  "InboundNumber:Zip": { type: "text", words: "the caller's zip code" },
  "InboundNumber:IsAnonymous": {
    type: "boolean",
    words: { true: "the caller withholds the number", false: "the caller shows the number" },
    options: ["true", "false"],
    isAlwaysKnown: true,
  },
  "InboundNumber:IsRepeat": {
    type: "boolean",
    words: { true: "the call is marked as a repeat", false: "the call is not marked as a repeat" },
    options: ["true", "false"],
    isAlwaysKnown: true,
  },
  "InboundNumber:Attestation": {
    type: "text",
    words: "the caller's attestation",
    options: ["A", "B", "C"],
  },
  "DialedNumber:Number": { type: "phone", words: "the dialled number", isAlwaysKnown: true },
  "Campaign:Id": { type: "id", words: "the campaign", isAlwaysKnown: true },
  "Publisher:Id": { type: "id", words: "the publisher" },
  "Time:WeekDay": {
    type: "text",
    words: "the weekday",
    options: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    isAlwaysKnown: true,
  },
  "Time:Hour": { type: "number", words: "the hour", isAlwaysKnown: true },
  "Time:Date": { type: "date", words: "the date", isAlwaysKnown: true },
} as const satisfies Record<string, Tag>;

export type TagName = keyof typeof catalogue;

/** Every tag that a call can have, by name; the list is closed. */
export const tags: Readonly<Record<TagName, Tag>> = catalogue;

export const tagNames = Object.keys(catalogue) as [TagName, ...TagName[]];

/** Whether the tag says what a clock shows, and so depends on whose clock that is. */
export const isTimeTag = (tag: TagName): boolean => tag.startsWith("Time:");
