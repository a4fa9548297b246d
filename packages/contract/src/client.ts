import type { Api } from "./api.ts";
import type { Endpoint, EndpointInput, EndpointOutput } from "./endpoint.ts";

/** Operations that are asked and answered once with JSON or nothing; streams and media are addressed by `toUrl`. */
type AskedOnce = {
  [Id in keyof Api]: Api[Id]["answer"]["kind"] extends "json" | "empty" ? Id : never;
}[keyof Api];

type Arguments<E extends Endpoint> =
  Partial<EndpointInput<E>> extends EndpointInput<E> ? [input?: EndpointInput<E>] : [input: EndpointInput<E>];

/** A client with one function an operation; whoever implements it brings the transport. */
export type Client = {
  [Id in AskedOnce]: (...input: Arguments<Api[Id]>) => Promise<EndpointOutput<Api[Id]>>;
};

type UrlParts = { params?: Record<string, unknown>; query?: Record<string, unknown> };

/** Path and query of a request; parameters that are undefined are left out. */
export const toUrl = ({ path: pattern }: Pick<Endpoint, "path">, input: UrlParts = {}): string => {
  const path = pattern.replaceAll(/:(\w+)/g, (_, key: string) =>
    encodeURIComponent(String(input.params?.[key])),
  );
  const query = Object.entries(input.query ?? {})
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`);
  return query.length === 0 ? path : `${path}?${query.join("&")}`;
};
