import { createHmac } from "node:crypto";

/** Form parameters by name. */
export type Params = { readonly [name: string]: string };

/** The carrier's signature over the URL as requested and the form parameters, sorted by name. */
export const signRequest = (authToken: string, url: string, params: Params): string => {
  const names = Object.keys(params).sort();
  const signed = names.reduce((text, name) => text + name + (params[name] ?? ""), url);
  return createHmac("sha1", authToken).update(signed, "utf8").digest("base64");
};
