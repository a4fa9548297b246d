/** The webhook addresses that every number of ours has at its carrier. */
export type Webhooks = { voiceUrl: string; voiceFallbackUrl: string; statusCallback: string };

/** What stands after the `#` asks for the carrier's own retries. */
export const toWebhooks = (publicUrl: string): Webhooks => ({
  voiceUrl: `${publicUrl}/carriers/twilio/voice#rc=2&rp=ct,5xx&rt=4000&tt=12000`,
  voiceFallbackUrl: `${publicUrl}/carriers/twilio/voice#rc=2&rp=ct,5xx`,
  statusCallback: `${publicUrl}/carriers/twilio/status#rc=5&rp=all`,
});
