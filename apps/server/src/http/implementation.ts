import type { Readable } from "node:stream";
import type { Api, Endpoint, EndpointId, HandlerOutput, ParsedInput } from "@ccp/contract";
import type { z } from "zod";
import type { Context } from "./context.ts";
import type { HttpDeps } from "./deps.ts";
import type { SignInLimits } from "./sign-in-limits.ts";

/** The browser's session, as far as signing in and out needs it. */
export type SessionPort = {
  /** Throws where none can begin, before anything is done for it. */
  requirePossible(): void;
  /** Begins a fresh session under a new id. */
  start(user: { accountId: string; userId: number }): Promise<void>;
  end(): Promise<void>;
};

/** Where a request came from, with what signing in needs. */
export type Visitor = { requestId: string; address: string; session: SessionPort; limits: SignInLimits };

type ContextOf<E extends Endpoint> = E["permission"] extends "public" ? undefined : Context;

/** A stream's work: send messages until the signal aborts. What can be refused is refused before this is given. */
export type Streaming<Message> = (send: (message: Message) => void, signal: AbortSignal) => Promise<void>;

/** Bytes with their type, as they come in; `sizeBytes` is null where it is not known. */
export type Media = { contentType: string; sizeBytes: number | null; body: Readable };

/** A table's text, some lines at a time, each read when those before it were sent. */
export type Csv = AsyncIterable<string>;

type ResultOf<E extends Endpoint> = E["answer"] extends { kind: "events"; schema: infer S extends z.ZodType }
  ? Streaming<z.input<S>>
  : E["answer"] extends { kind: "media" }
    ? Media
    : E["answer"] extends { kind: "csv" }
      ? Csv
      : HandlerOutput<E>;

export type Invocation<E extends Endpoint> = {
  deps: HttpDeps;
  ctx: ContextOf<E>;
  input: ParsedInput<E>;
  visitor: Visitor;
};

/** What stands behind one entry of the table. */
export type Implementation<E extends Endpoint> = (invocation: Invocation<E>) => Promise<ResultOf<E>>;

/** One for each entry: a missing or a surplus one is a compile error where it is satisfied. */
export type Implementations = { [Id in EndpointId]: Implementation<Api[Id]> };

/** The part of the implementations that one module brings. */
export type Routes<Id extends EndpointId> = Pick<Implementations, Id>;
