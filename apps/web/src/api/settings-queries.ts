import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { client } from "./client.ts";

type LoadPage<Row> = (input: {
  query: { cursor?: string };
}) => Promise<{ items: Row[]; nextCursor: string | null }>;

const pagesQuery = <Row>(key: string, load: LoadPage<Row>) =>
  infiniteQueryOptions({
    queryKey: [key],
    queryFn: ({ pageParam }) => load({ query: pageParam === null ? {} : { cursor: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const accountQuery = queryOptions({ queryKey: ["account"], queryFn: () => client.getAccount() });

export const demoQuery = queryOptions({ queryKey: ["demo"], queryFn: () => client.getDemo() });

export const setUpQuery = queryOptions({ queryKey: ["set-up"], queryFn: () => client.getSetUp() });

export const usersQuery = pagesQuery("users", client.listUsers);

export const apiKeysQuery = pagesQuery("api-keys", client.listApiKeys);

export const carrierAccountsQuery = pagesQuery("carrier-accounts", client.listCarrierAccounts);

const actorsMax = 200;

/** Who can be looked for in the audit log, as its filter writes them. */
export const actorsQuery = queryOptions({
  queryKey: ["actors"],
  queryFn: async () => {
    const query = { limit: actorsMax };
    const [users, apiKeys] = await Promise.all([client.listUsers({ query }), client.listApiKeys({ query })]);
    return [
      ...users.items.map(({ id, name }) => ({ id: `user:${id}`, name })),
      ...apiKeys.items.map(({ id, name }) => ({ id: `api-key:${id}`, name: `${name} (API key)` })),
    ];
  },
});
