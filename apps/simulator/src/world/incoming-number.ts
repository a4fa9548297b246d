export type HttpMethod = "GET" | "POST";

/** Where to send a request. An empty URL means: nowhere. */
export type Endpoint = { readonly url: string; readonly method: HttpMethod };

/** A number that an account owns, with what happens when it rings. */
export type IncomingNumber = {
  readonly sid: string;
  readonly accountSid: string;
  readonly phoneNumber: string;
  readonly createdAt: number;
  updatedAt: number;
  friendlyName: string;
  voice: Endpoint;
  voiceFallback: Endpoint;
  statusCallback: Endpoint;
  callerIdLookup: boolean;
};

export type NewIncomingNumber = {
  readonly accountSid: string;
  readonly phoneNumber: string;
  readonly friendlyName?: string;
  readonly voiceUrl?: string;
  readonly voiceMethod?: HttpMethod;
  readonly voiceFallbackUrl?: string;
  readonly voiceFallbackMethod?: HttpMethod;
  readonly statusCallback?: string;
  readonly statusCallbackMethod?: HttpMethod;
  readonly voiceCallerIdLookup?: boolean;
};
