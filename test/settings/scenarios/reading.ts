import { api, type EndpointId } from "@ccp/contract";
import type { Scenario, Scenarios } from "#list/scenario.ts";
import type { Library } from "#world/open-library.ts";

type Query = Record<string, unknown>;

/** A parameter of a question: what it is given, and what else is asked. */
export type Parameter = { values: readonly unknown[]; beside?: Query };

/** The library's word in braces is its id. */
const resolve = (value: unknown, { words }: Library): unknown =>
  typeof value === "string"
    ? value.replaceAll(/\{(\w+)\}/g, (_text, word: string) => words.get(word) ?? `no ${word}`)
    : value;

const ask = async ({ stage }: Library, operation: EndpointId, query: Query): Promise<unknown> =>
  api[operation].answer.kind === "csv"
    ? stage.client.download(operation, query)
    : stage.client.send(operation, { query });

/** Whatever the question, what a list shows: which rows, in which order. */
const toRows = (answer: unknown): unknown => {
  if (typeof answer !== "object" || answer === null || !("items" in answer)) return answer;
  const { items } = answer as { items: Record<string, unknown>[] };
  return items.map((item) => item["name"] ?? item["label"] ?? item["id"]);
};

const toScenario = (
  library: () => Promise<Library>,
  operation: EndpointId,
  [name, { values, beside = {} }]: [string, Parameter],
  see: (answer: unknown) => unknown,
): Scenario => ({
  values,
  play: async (value) => {
    const from = await library();
    const query = { ...beside, [name]: value };
    const resolved = Object.entries(query).map(([key, each]) => [key, resolve(each, from)]);
    return see(await ask(from, operation, Object.fromEntries(resolved) as Query));
  },
});

/** The second page is what comes after the first. */
const toCursorScenario = (library: () => Promise<Library>, operation: EndpointId): Scenario => ({
  values: [undefined, "the first page's"],
  play: async (value) => {
    const from = await library();
    const first = (await ask(from, operation, { limit: 1 })) as { nextCursor: string | null };
    if (value === undefined) return toRows(first);
    return toRows(await ask(from, operation, { limit: 1, cursor: first.nextCursor }));
  },
});

/** Each parameter of a question changes the answer. */
export const toReadingScenarios = (
  library: () => Promise<Library>,
  operation: EndpointId,
  parameters: Readonly<Record<string, Parameter>>,
  see: (answer: unknown) => unknown = toRows,
): Scenarios =>
  Object.fromEntries(
    Object.entries(parameters).map((entry) => [
      `${operation}.query.${entry[0]}`,
      toScenario(library, operation, entry, see),
    ]),
  );

/** A list with its pages, and the same as a file where there is one. */
export const toListScenarios = (
  library: () => Promise<Library>,
  { list, file }: { list: EndpointId; file?: EndpointId },
  parameters: Readonly<Record<string, Parameter>>,
  columns: readonly string[] = [],
): Scenarios => ({
  ...toReadingScenarios(library, list, { limit: { values: [1, 2] }, ...parameters }),
  [`${list}.query.cursor`]: toCursorScenario(library, list),
  ...(file === undefined
    ? {}
    : toReadingScenarios(library, file, { ...parameters, columns: { values: columns } })),
});
