import { api, type Endpoint } from "@ccp/contract";
import { z } from "zod";

/** One thing that a caller of the API can set, with the values that are offered for it. */
export type Setting = {
  /** Such as `updateTargets.body.items[].patch.name`. */
  path: string;
  /** Values that the contract names one by one; each of them is to be played. */
  offered: readonly unknown[];
  /** A filter takes `!` for none of its values, and commas between several. */
  isFilter: boolean;
};

type Schema = {
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  enum?: unknown[];
  const?: unknown;
  type?: string | string[];
};

const toLeaf = (path: string, offered: readonly unknown[] = []): Setting => ({
  path,
  offered,
  isFilter: false,
});

const toOffered = ({ enum: options, type }: Schema): readonly unknown[] => {
  const nothing = [type].flat().includes("null") ? [null] : [];
  return options ?? (type === "boolean" ? [true, false] : nothing);
};

/** What a union's branch may have as its tag. */
const toChoices = (schema: Schema | undefined): readonly unknown[] =>
  schema?.const === undefined ? (schema?.enum ?? []) : [schema.const];

const tags = ["kind", "on"];

/**
 * The choices of a union by its tag: `destination.kind` itself, and what each kind has, as `destination<sip>.address`;
 * a branch of several choices goes by the first.
 */
const walkUnion = (path: string, branches: readonly Schema[]): Setting[] => {
  const isTag = (tag: string) => branches.every(({ properties }) => toChoices(properties?.[tag]).length > 0);
  const tag = tags.find(isTag) ?? "kind";
  const choices = branches.map(({ properties }) => toChoices(properties?.[tag]));
  return [
    toLeaf(`${path}.${tag}`, choices.flat()),
    ...branches.flatMap((branch, index) => {
      const { [tag]: _, ...properties } = branch.properties ?? {};
      return walk(`${path}<${String(choices[index]?.[0])}>`, { ...branch, properties });
    }),
  ];
};

/** What may be null is a setting itself, beside all that stands inside. */
const walkNullable = (path: string, inner: Schema): Setting[] => {
  const inside = walk(path, inner);
  const own = inside.find((setting) => setting.path === path);
  return [
    toLeaf(path, [...(own?.offered ?? []), null]),
    ...inside.filter((setting) => setting.path !== path),
  ];
};

const walk = (path: string, schema: Schema): Setting[] => {
  const { properties, items, anyOf, oneOf } = schema;
  // What takes one value only cannot be set to anything.
  if (schema.const !== undefined) return [];
  if (anyOf !== undefined) return walkNullable(path, anyOf.find(({ type }) => type !== "null") ?? {});
  if (oneOf !== undefined) return walkUnion(path, oneOf);
  if (items !== undefined) return walk(`${path}[]`, items);
  if (properties === undefined) return [toLeaf(path, toOffered(schema))];
  return Object.entries(properties).flatMap(([name, each]) => walk(`${path}.${name}`, each));
};

/** A value of each kind by which the contract filters. */
const probes = [
  "active",
  "insurance",
  "ringing",
  "connected",
  "prefix",
  "requested",
  "buyer",
  "invoice",
  "issued",
  "too-short",
  "user",
  "1",
  "00000000-0000-0000-0000-000000000000",
];

const isFilter = (schema: z.ZodType): boolean =>
  probes.some((probe) => {
    const { data } = schema.safeParse(`!${probe}`);
    return typeof data === "object" && data !== null && "isNot" in data && data.isNot === true;
  });

const listPart = (id: string, part: "query" | "body", object: z.ZodObject): Setting[] => {
  const schema = z.toJSONSchema(object, { io: "input", unrepresentable: "any" }) as Schema;
  return walk(`${id}.${part}`, schema).map((setting) => {
    const field = object.shape[setting.path.split(".")[2] ?? ""];
    return { ...setting, isFilter: part === "query" && field instanceof z.ZodType && isFilter(field) };
  });
};

/** Everything that the contract takes: each field of each body that is written, and each parameter of each question. */
export const listSettings = (): Setting[] =>
  Object.entries<Endpoint>(api).flatMap(([id, { query, body }]) => [
    ...(query === undefined ? [] : listPart(id, "query", query)),
    ...(body === undefined ? [] : listPart(id, "body", body)),
  ]);
