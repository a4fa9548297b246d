import type { CarrierAdapter } from "#carriers/carrier.ts";
import { findAccountRef, parseDialEnded, parseIncoming, parseLegProgress, parseRecording } from "./parse.ts";
import { parseForm } from "./parse-form.ts";
import { render } from "./render.ts";
import { verify } from "./verify.ts";

/** Twilio's webhooks and markup; the simulator speaks the same. */
export const twilioAdapter: CarrierAdapter = {
  name: "twilio",
  readForm: parseForm,
  findAccountRef,
  verify,
  parseIncoming,
  parseDialEnded,
  parseLegProgress,
  parseRecording,
  render,
};
