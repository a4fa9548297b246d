import type { Instruction } from "@ccp/engine";
import type { RenderedAnswer, StepUrls } from "#carriers/carrier.ts";

type Dial = Extract<Instruction, { kind: "dial" }>;

const ringTimeout = { least: 5, most: 600 };
const timeLimitMost = 14_400;

const illegal = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
/** Text that says the same in XML: nearly all there is, so it is looked for first. */
const plain = /^[ !#-%'-;=?-~]*$/;

/** Text without the characters that XML forbids; one such character would make the whole document unreadable. */
export const toLegalXml = (text: string): string => text.replace(illegal, "");

const escapeText = (text: string): string => {
  if (plain.test(text)) return text;
  return toLegalXml(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\r", "&#xD;");
};

const escapeAttribute = (text: string): string => {
  if (plain.test(text)) return text;
  return toLegalXml(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\t", "&#x9;")
    .replaceAll("\n", "&#xA;")
    .replaceAll("\r", "&#xD;");
};

// A status callback that is not answered is lost, so the carrier is asked to try hard; a step must be answered in time.
const callbackRetries = escapeAttribute("#rc=5&rp=all");
const stepRetries = escapeAttribute("#rc=2&rp=ct,5xx&rt=4000&tt=12000");

/** The carrier refuses to dial with a caller id that is no number; without the attribute it passes the caller's own on. */
const isUsableCallerId = (instruction: Dial): boolean =>
  [...(instruction.beside ?? []), instruction].every(({ destination }) => destination.kind === "sip")
    ? /^[\w+.-]{1,64}$/.test(instruction.callerId)
    : /^\+[1-9]\d{6,14}$/.test(instruction.callerId);

/** Several in one Dial ring at once. */
const renderNoun = (
  { attempt, destination: { kind, address } }: Pick<Dial, "attempt" | "destination">,
  urls: StepUrls,
): string => {
  const noun = kind === "sip" ? "Sip" : "Number";
  return (
    `<${noun} statusCallback="${escapeAttribute(urls.toStatus(attempt))}${callbackRetries}"` +
    ` statusCallbackEvent="initiated ringing answered completed">${escapeText(address)}</${noun}>`
  );
};

const renderDial = (dial: Dial, urls: StepUrls): string => {
  const timeout = Math.min(Math.max(dial.ringTimeoutSeconds, ringTimeout.least), ringTimeout.most);
  const timeLimit = Math.min(dial.timeLimitSeconds, timeLimitMost);
  const callerId = isUsableCallerId(dial) ? ` callerId="${dial.callerId}"` : "";
  const record = dial.record
    ? ` record="record-from-answer-dual" recordingStatusCallback="${escapeAttribute(urls.recording)}${callbackRetries}"` +
      ` recordingStatusCallbackEvent="completed absent"`
    : "";
  const nouns = [...(dial.beside ?? []), dial].map((leg) => renderNoun(leg, urls));
  return (
    `<Dial action="${escapeAttribute(urls.step)}${stepRetries}" timeout="${timeout}" timeLimit="${timeLimit}"` +
    ` answerOnBridge="true"${callerId}${record}>${nouns.join("")}</Dial>`
  );
};

/** An empty Say is a fault to the carrier. */
const renderSay = (escaped: string): string => (escaped.trim() === "" ? "" : `<Say>${escaped}</Say>`);

/** The action is asked for when something was said; the hang-up after it is for callers who say nothing. */
const renderMessage = (
  { greeting, maxSeconds }: Extract<Instruction, { kind: "take-message" }>,
  urls: StepUrls,
): string =>
  `${renderSay(escapeText(greeting))}<Record action="${escapeAttribute(urls.messageTaken)}${stepRetries}"` +
  ` maxLength="${maxSeconds}" timeout="5" playBeep="true"` +
  ` recordingStatusCallback="${escapeAttribute(urls.voicemail)}${callbackRetries}"` +
  ` recordingStatusCallbackEvent="completed absent"/><Hangup/>`;

const renderVerbs = (instruction: Instruction, urls: StepUrls): string => {
  switch (instruction.kind) {
    case "dial":
      return renderDial(instruction, urls);
    case "say-and-hang-up":
      return `${renderSay(escapeText(instruction.text))}<Hangup/>`;
    case "take-message":
      return renderMessage(instruction, urls);
    case "hang-up":
      return "<Hangup/>";
  }
};

/** The instruction as TwiML. The same arguments give the same bytes. */
export const render = (instruction: Instruction, urls: StepUrls): RenderedAnswer => ({
  contentType: "text/xml; charset=utf-8",
  body: `<?xml version="1.0" encoding="UTF-8"?><Response>${renderVerbs(instruction, urls)}</Response>`,
});
