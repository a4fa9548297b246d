import {
  api,
  apiError,
  type Api,
  type Endpoint,
  type EndpointId,
  type EndpointOutput,
  toUrl,
} from "@ccp/contract";

export type Parts = {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: Record<string, unknown>;
};

/** The API refused; `code` is one of the contract's. */
export class Refusal extends Error {
  readonly code: string;

  constructor(operation: string, code: string, message: string) {
    super(`${operation}: ${message}`);
    this.code = code;
  }
}

/** More would only wait for each other in the database. */
const sideBySide = 8;

const createTurns = () => {
  let free = sideBySide;
  const waiting: (() => void)[] = [];
  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    else free -= 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
};

/** Has work wait until few enough others ask something of the database. */
export const takeTurn = createTurns();

const readDetails = (text: string): { code: string; message: string } => {
  const { data } = apiError.safeParse(JSON.parse(text));
  if (data === undefined) return { code: "unknown", message: text };
  const details = data.details.map(({ path, message }) => `${path}: ${message}`);
  return { code: data.code, message: [data.code, data.message, ...details].join(" | ") };
};

/** So many plays at once are more than the database is made for; whoever is told to try again does. */
const attemptsMax = 4;

/** Asks the product over HTTP as anybody with these headers; throws Refusal. */
export const send = async (
  publicUrl: string,
  operation: EndpointId,
  parts: Parts,
  headers: Record<string, string>,
): Promise<{ text: string; headers: Headers }> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await sendOnce(publicUrl, operation, parts, headers);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== "unavailable" || attempt === attemptsMax) throw error;
    }
  }
};

const sendOnce = (
  publicUrl: string,
  operation: EndpointId,
  { params, query, body }: Parts,
  headers: Record<string, string>,
): Promise<{ text: string; headers: Headers }> =>
  takeTurn(async () => {
    const endpoint: Endpoint = api[operation];
    const response = await fetch(
      `${publicUrl}${toUrl(endpoint, { params: params ?? {}, query: query ?? {} })}`,
      {
        method: endpoint.method,
        headers: { ...headers, ...(body === undefined ? {} : { "content-type": "application/json" }) },
        body: body === undefined ? null : JSON.stringify(body),
      },
    );
    const text = await response.text();
    if (response.ok) return { text, headers: response.headers };
    const { code, message } = readDetails(text);
    throw new Refusal(operation, code, message);
  });

/** One caller of the API. */
export type Client = {
  /** Throws Refusal. */
  send<Id extends EndpointId>(operation: Id, parts?: Parts): Promise<EndpointOutput<Api[Id]>>;
  /** The text of a file, without the line that says when and of what it was made. */
  download(operation: EndpointId, query?: Record<string, unknown>, params?: Parts["params"]): Promise<string>;
};

export const createClient = (publicUrl: string, headers: Record<string, string>): Client => ({
  send: async <Id extends EndpointId>(operation: Id, parts: Parts = {}) => {
    const { text } = await send(publicUrl, operation, parts, headers);
    return (text === "" ? undefined : JSON.parse(text)) as EndpointOutput<Api[Id]>;
  },
  download: async (operation, query = {}, params = {}) => {
    const { text } = await send(publicUrl, operation, { query, params }, headers);
    return text.split("\n").slice(1).join("\n");
  },
});
