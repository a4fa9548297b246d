import type { z } from "zod";
import type { Permission } from "./permission.ts";

/** What an endpoint sends back. `events` is a stream of server-sent events, each carrying one JSON document. */
export type Answer =
  | { kind: "json"; status: 200 | 201; schema: z.ZodType }
  | { kind: "empty"; status: 204 }
  | { kind: "events"; schema: z.ZodType }
  | { kind: "media"; contentType: string }
  /** A table as comma-separated values, streamed; `name` begins the file's name. */
  | { kind: "csv"; name: string };

/** One operation of the HTTP API. Its key in the table is its operation id. */
export type Endpoint = {
  noun: string;
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Parameters stand as `:name`. */
  path: `/api/v1/${string}`;
  summary: string;
  permission: Permission;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodObject;
  /** Bytes that the body may have, where that is more than usual. */
  bodyMax?: number;
  answer: Answer;
};

/** A part is optional as a whole where each of its fields is. */
type InputPart<E, Part extends string> =
  E extends Record<Part, infer S extends z.ZodType>
    ? Partial<z.input<S>> extends z.input<S>
      ? { [P in Part]?: z.input<S> }
      : { [P in Part]: z.input<S> }
    : unknown;

type ParsedPart<E, Part extends string> =
  E extends Record<Part, infer S extends z.ZodType> ? { [P in Part]: z.output<S> } : unknown;

/** What a client passes: the documented parts, before defaults are filled in. */
export type EndpointInput<E extends Endpoint> = InputPart<E, "params"> &
  InputPart<E, "query"> &
  InputPart<E, "body">;

/** What a handler gets: the same parts, parsed. */
export type ParsedInput<E extends Endpoint> = ParsedPart<E, "params"> &
  ParsedPart<E, "query"> &
  ParsedPart<E, "body">;

/** What a client receives from a JSON endpoint; undefined from an empty one. */
export type EndpointOutput<E extends Endpoint> = E["answer"] extends {
  kind: "json";
  schema: infer S extends z.ZodType;
}
  ? z.output<S>
  : undefined;

/** What a handler of a JSON endpoint gives, before it is parsed and stripped of what is not documented. */
export type HandlerOutput<E extends Endpoint> = E["answer"] extends {
  kind: "json";
  schema: infer S extends z.ZodType;
}
  ? z.input<S>
  : undefined;
