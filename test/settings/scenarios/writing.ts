import type { EndpointId } from "@ccp/contract";
import type { Scenarios } from "#list/scenario.ts";
import type { Land } from "#world/open-land.ts";
import { type Stage, shareStages } from "#world/open-stage.ts";
import { Refusal } from "#world/client.ts";
import { toUnique, withoutSerials } from "#world/unique.ts";

/** A noun's operations that write its fields. */
export type Operations = { create: EndpointId; update: EndpointId; updateMany: EndpointId };

type Body = Record<string, unknown>;

type MaybeLater<Value> = Value | Promise<Value>;
type Id = string | number;

/** A field of a noun: what it is set to, and how one sees it. */
export type Field = {
  values: readonly unknown[];
  /** Fields that the noun has in any case, so that this one can act. */
  beside?: (stage: Stage) => MaybeLater<Body>;
  /** What is written for a value; without it, the field itself with that value. */
  toChange?: (stage: Stage, value: unknown) => MaybeLater<Body>;
  /** What comes of a noun that was set so. */
  see: (stage: Stage, id: Id) => Promise<unknown>;
};

export type Noun = {
  operations: Operations;
  /** What is needed to make one. */
  base: (stage: Stage) => MaybeLater<Body>;
  fields: Readonly<Record<string, Field>>;
};

/** A name, seen where people read it. */
export const toNameField = (see: Field["see"]): Field => ({
  values: ["First", "Second"],
  toChange: (_stage, value) => ({ name: toUnique(String(value)) }),
  see: async (stage, id) => withoutSerials(String(await see(stage, id))),
});

type Way = { prefix: string; write: (stage: Stage, base: Body, change: Body) => Promise<Id> };

/** Has the account make one. */
export const create = async ({ client }: Pick<Stage, "client">, operation: EndpointId, body: Body) => {
  const made: unknown = await client.send(operation, { body });
  return (made as { id: Id }).id;
};

/** The three ways in which a field is written. */
const toWays = ({ create: one, update, updateMany }: Operations): Way[] => [
  {
    prefix: `${one}.body`,
    write: (stage, base, change) => create(stage, one, { ...base, ...change }),
  },
  {
    prefix: `${update}.body`,
    write: async (stage, base, change) => {
      const id = await create(stage, one, base);
      await stage.client.send(update, { params: { id }, body: change });
      return id;
    },
  },
  {
    prefix: `${updateMany}.body.items[].patch`,
    write: async (stage, base, change) => {
      const id = await create(stage, one, base);
      await stage.client.send(updateMany, { body: { items: [{ id, patch: change }] } });
      return id;
    },
  },
];

/** A change is made by whoever has seen the present version, and by nobody else. */
const version = (operations: Operations, base: Noun["base"], land: Land): Scenarios => {
  const stage = shareStages(land);
  const [, ...changing] = toWays(operations);
  return Object.fromEntries(
    changing.map(({ prefix, write }) => [
      `${prefix}.version`,
      {
        values: [1, 2],
        play: async (value: unknown) => {
          const on = await stage();
          try {
            await write(on, await base(on), { version: value });
            return "written";
          } catch (error) {
            return error instanceof Refusal ? error.code : error;
          }
        },
      },
    ]),
  );
};

/** Each field of a noun in each of the ways in which it is written; `except` names fields that creation alone has. */
export const toFieldScenarios = (
  land: Land,
  { operations, base, fields }: Noun,
  { onlyAtCreation = [] }: { onlyAtCreation?: readonly string[] } = {},
): Scenarios => {
  const scenarios = toWays(operations).flatMap(({ prefix, write }, index) => {
    const stage = shareStages(land);
    const shown = Object.entries(fields).filter(([name]) => index === 0 || !onlyAtCreation.includes(name));
    return shown.map(([name, { values, beside, toChange, see }]) => {
      const play = async (value: unknown) => {
        const on = await stage();
        const change = toChange === undefined ? { [name]: value } : await toChange(on, value);
        return see(on, await write(on, { ...(await base(on)), ...(await beside?.(on)) }, change));
      };
      return [`${prefix}.${name}`, { values, play }] as const;
    });
  });
  return { ...Object.fromEntries(scenarios), ...version(operations, base, land) };
};
