import type { EndpointId } from "@ccp/contract";
import { z } from "zod";
import type { FurnishedAccount } from "./furnished-account.ts";
import { endpointIds, findEndpoint, sendRequest, toBearer } from "./send-request.ts";
import type { TestApp } from "./test-app.ts";
import { type Parts, toValidRequest } from "./valid-requests.ts";

type Pair = { testApp: TestApp; mine: FurnishedAccount; theirs: FurnishedAccount };

const asked = endpointIds.filter((id) => findEndpoint(id).permission !== "public");

const sendAs = ({ testApp }: Pair, account: FurnishedAccount, id: EndpointId, parts: Parts) =>
  sendRequest(testApp.app, id, { parts, headers: toBearer(account.keys.owner) });

/** Every route with an id in its path, asked for theirs with my key, must not know it. */
const findByPath = async (pair: Pair): Promise<string[]> => {
  const leaks: string[] = [];
  for (const id of asked.filter((each) => findEndpoint(each).params !== undefined)) {
    const response = await sendAs(pair, pair.mine, id, toValidRequest(pair.theirs, id));
    if (response.status !== 404 || response.body.code !== "not-found") {
      leaks.push(`${id} answered ${response.status} to the other account's id`);
    }
  }
  return leaks;
};

/** No more than what the request cannot do without. */
const toLeast = (account: FurnishedAccount, id: EndpointId): Parts => {
  const { params, query } = toValidRequest(account, id);
  const needsQuery = findEndpoint(id).query?.safeParse({}).success === false;
  return { ...(params && { params }), ...(needsQuery && query && { query }) };
};

/** No list shows anything of theirs, even when it is filtered by their ids. */
const findInLists = async (pair: Pair): Promise<string[]> => {
  const leaks: string[] = [];
  const lists = asked.filter(
    (id) => findEndpoint(id).method === "GET" && findEndpoint(id).params === undefined,
  );
  for (const id of lists) {
    for (const parts of [toLeast(pair.mine, id), { query: toValidRequest(pair.theirs, id).query ?? {} }]) {
      const response = await sendAs(pair, pair.mine, id, parts);
      const text = response.text + JSON.stringify(response.body);
      if (response.status !== 200 || pair.theirs.marks.some((mark) => text.includes(mark)))
        leaks.push(`${id} shows the other account`);
    }
  }
  return leaks;
};

// `callerId` is the telephone service of that name and refers to nothing.
const isReference = (field: string): boolean => /[a-z]Id$/.test(field) && field !== "callerId";

/** Names such as `fallbackTargetId` end with the noun that they refer to. */
const findForeignId = ({ ids }: FurnishedAccount, field: string): unknown => {
  const noun = Object.keys(ids).find((each) => field.toLowerCase().endsWith(`${each.toLowerCase()}id`));
  if (noun === undefined) throw new Error(`What does ${field} refer to?`);
  return ids[noun as keyof typeof ids];
};

const bulkItem = z.object({ id: z.unknown(), patch: z.record(z.string(), z.unknown()) });

type Item = { field: string; kind?: unknown };

/** The fields of a list's items; of each kind where there are several. */
const listItemFields = (field: z.ZodType | undefined): Item[] => {
  if (!(field instanceof z.ZodArray)) return [];
  const { element } = field;
  if (element instanceof z.ZodObject) return Object.keys(element.shape).map((each) => ({ field: each }));
  if (!(element instanceof z.ZodDiscriminatedUnion)) return [];
  return element.options.flatMap((option) => {
    const { kind, ...shape } = (option as z.ZodObject).shape;
    return Object.keys(shape).map((each) => ({ field: each, kind: (kind as z.ZodLiteral).value }));
  });
};

type ForeignBody = { field: string; parts: Parts };

/** Of changes to several nouns: theirs among mine, or a reference to theirs in a change of mine. */
const listForeignItems = ({ mine, theirs }: Pair, id: EndpointId): ForeignBody[] => {
  const [own] =
    z.object({ items: z.array(bulkItem) }).safeParse(toValidRequest(mine, id).body).data?.items ?? [];
  const [other] =
    z.object({ items: z.array(bulkItem) }).safeParse(toValidRequest(theirs, id).body).data?.items ?? [];
  if (own === undefined || other === undefined) return [];
  const ofPatch = Object.keys(own.patch).filter(isReference);
  return [
    { field: "id", parts: { body: { items: [own, { ...own, id: other.id }] } } },
    ...ofPatch.map((field) => ({
      field,
      parts: {
        body: { items: [{ ...own, patch: { ...own.patch, [field]: findForeignId(theirs, field) } }] },
      },
    })),
  ];
};

const listForeignIds = ({ mine, theirs }: Pair, id: EndpointId): ForeignBody[] => {
  const toIds = (account: FurnishedAccount) =>
    z.object({ ids: z.array(z.unknown()) }).safeParse(toValidRequest(account, id).body).data?.ids ?? [];
  const ids = [...toIds(mine), ...toIds(theirs)];
  return ids.length === 0 ? [] : [{ field: "ids", parts: { body: { ids } } }];
};

/** My own valid bodies, each with one reference replaced by theirs. */
const listForeignBodies = (pair: Pair, id: EndpointId): ForeignBody[] => {
  const { mine, theirs } = pair;
  const shape = findEndpoint(id).body?.shape ?? {};
  const valid = toValidRequest(mine, id);
  const ofBody = Object.keys(shape).filter(isReference);
  const ofItems = listItemFields(shape["items"]).filter(({ field }) => isReference(field));
  return [
    ...listForeignItems(pair, id),
    ...listForeignIds(pair, id),
    ...ofBody.map((field) => ({
      field,
      parts: { ...valid, body: { ...valid.body, [field]: findForeignId(theirs, field) } },
    })),
    ...ofItems.map(({ field, ...kind }) => ({
      field,
      parts: { ...valid, body: { items: [{ ...kind, [field]: findForeignId(theirs, field) }] } },
    })),
  ];
};

const findByReference = async (pair: Pair): Promise<string[]> => {
  const leaks: string[] = [];
  for (const id of asked) {
    for (const { field, parts } of listForeignBodies(pair, id)) {
      const response = await sendAs(pair, pair.mine, id, parts);
      const refused = field === "id" || field === "ids" ? 404 : 400;
      if (response.status !== refused)
        leaks.push(`${id} took the other account's ${field}: ${response.status}`);
    }
  }
  return leaks;
};

/** Everything that one account can list, for seeing that nobody else changed it. */
const readEverything = async (pair: Pair, account: FurnishedAccount): Promise<string> => {
  const lists = asked.filter(
    (id) => findEndpoint(id).method === "GET" && findEndpoint(id).answer.kind === "json",
  );
  const answers: unknown[] = [];
  for (const id of lists) {
    const response = await sendAs(pair, account, id, toLeast(account, id));
    answers.push([id, response.status, response.body]);
  }
  return JSON.stringify(answers);
};

/** Tries every route of the table with another account's ids, in paths, queries and bodies, and says what came through. */
export const findLeaks = async (
  testApp: TestApp,
  mine: FurnishedAccount,
  theirs: FurnishedAccount,
): Promise<string[]> => {
  const pair = { testApp, mine, theirs };
  const before = await readEverything(pair, theirs);
  const leaks = [...(await findInLists(pair)), ...(await findByReference(pair)), ...(await findByPath(pair))];
  if ((await readEverything(pair, theirs)) !== before) leaks.push("the other account's data changed");
  return leaks;
};
