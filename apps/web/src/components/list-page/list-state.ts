import type { Column } from "@ccp/contract";
import type { ListLook, ListSpec, ListState } from "./list-spec.ts";

type Spec = ListSpec<never>;

const commonKeys = ["tab", "sort", "columns", "pinned", "density", "open"];

const toOwnKeys = ({ search, filters }: Spec): readonly string[] => [
  ...commonKeys,
  ...(search === null ? [] : [search.key]),
  ...filters.map(({ key }) => key),
];

const isAccepted = (spec: Spec, query: Readonly<Record<string, string>>): boolean =>
  Object.entries(query).every(([name, value]) => spec.query.shape[name]?.safeParse(value).success ?? false);

export const isSearchRefused = (spec: Spec, text: string): boolean =>
  spec.search !== null && text !== "" && !isAccepted(spec, { [spec.search.param]: text });

export const getDefaultLook = ({ columns }: Spec): ListLook => ({
  columns: columns.filter(({ isDefault }) => isDefault).map(({ id }) => id),
  pinned: [],
  density: "compact",
});

/** Ids that name a column, each once; null where none does. */
const toColumnIds = (spec: Spec, text: string | null): readonly string[] | null => {
  const known = new Set(spec.columns.map(({ id }) => id));
  const ids = [...new Set(text?.split(",") ?? [])].filter((id) => known.has(id));
  return ids.length === 0 ? null : ids;
};

const toDensity = (text: string | null): ListLook["density"] | null =>
  text === "compact" || text === "comfortable" ? text : null;

const readLook = (spec: Spec, params: URLSearchParams): Partial<ListLook> => {
  const columns = toColumnIds(spec, params.get("columns"));
  const pinned = toColumnIds(spec, params.get("pinned"));
  const density = toDensity(params.get("density"));
  return {
    ...(columns !== null && { columns }),
    ...(pinned !== null && { pinned }),
    ...(density !== null && { density }),
  };
};

const writeLook = (look: ListLook, standard: ListLook): [string, string][] =>
  (
    [
      ["columns", look.columns.join(","), standard.columns.join(",")],
      ["pinned", look.pinned.join(","), standard.pinned.join(",")],
      ["density", look.density, standard.density],
    ] as const
  ).flatMap(([key, value, usual]) => (value === usual ? [] : [[key, value]]));

/** A look as this browser keeps it: the same text as in the address. */
export const toStoredLook = (spec: Spec, look: ListLook): string | null => {
  const text = new URLSearchParams(writeLook(look, getDefaultLook(spec))).toString();
  return text === "" ? null : text;
};

const readFilters = (spec: Spec, params: URLSearchParams): Record<string, string> => {
  const filters: Record<string, string> = {};
  for (const { key, toQuery } of spec.filters) {
    const value = params.get(key)?.trim() ?? "";
    if (value !== "" && isAccepted(spec, toQuery(value))) filters[key] = value;
  }
  return filters;
};

const readSearch = (spec: Spec, params: URLSearchParams): string => {
  const text = spec.search === null ? "" : (params.get(spec.search.key)?.trim() ?? "");
  return isSearchRefused(spec, text) ? "" : text;
};

/** The state in an address; what the API would refuse is left out, so that an old link still opens. */
export const readListState = (spec: Spec, search: string, stored: string | null): ListState => {
  const params = new URLSearchParams(search);
  const sort = params.get("sort") ?? "";
  const tab = spec.tabs.find(({ id }) => id === params.get("tab")) ?? spec.tabs[0];
  const look = {
    ...getDefaultLook(spec),
    ...readLook(spec, new URLSearchParams(stored ?? "")),
    ...readLook(spec, params),
  };
  return {
    ...look,
    pinned: look.pinned.filter((id) => look.columns.includes(id)),
    tab: tab?.id ?? "",
    search: readSearch(spec, params),
    filters: readFilters(spec, params),
    sort: isAccepted(spec, { sort }) ? sort : spec.defaultSort,
    open: params.get("open") || null,
  };
};

/** In a fixed order and without what is usual, so that the same state is the same address. Others' parameters stay. */
export const writeListState = (spec: Spec, state: ListState, search: string): string => {
  const params = new URLSearchParams(search);
  for (const key of toOwnKeys(spec)) params.delete(key);
  const own: [string, string][] = [
    ["tab", state.tab === spec.tabs[0]?.id ? "" : state.tab],
    ...(spec.search === null ? [] : [[spec.search.key, state.search] satisfies [string, string]]),
    ...spec.filters.map(({ key }): [string, string] => [key, state.filters[key] ?? ""]),
    ["sort", state.sort === spec.defaultSort ? "" : state.sort],
    ...writeLook(state, getDefaultLook(spec)),
    ["open", state.open ?? ""],
  ];
  for (const [key, value] of own) if (value !== "") params.append(key, value);
  return params.toString().replaceAll("%2C", ",").replaceAll("%21", "!");
};

/** The same as a query for the API. */
export const toListQuery = (spec: Spec, state: ListState): Record<string, string> => {
  const searched = spec.search === null ? {} : { [spec.search.param]: state.search };
  const parts = [
    spec.tabs.find(({ id }) => id === state.tab)?.query ?? {},
    ...spec.filters.map(({ key, toQuery }) => {
      const value = state.filters[key];
      return value === undefined ? {} : toQuery(value);
    }),
    state.search === "" ? {} : searched,
    isAccepted(spec, { sort: state.sort }) ? { sort: state.sort } : {},
  ];
  return Object.assign({}, ...parts) as Record<string, string>;
};

/** The columns to show, pinned ones first. */
export const toShownColumns = <Row>(
  columns: readonly Column<Row>[],
  { columns: shown, pinned }: Pick<ListLook, "columns" | "pinned">,
): readonly Column<Row>[] =>
  [...pinned, ...shown.filter((id) => !pinned.includes(id))].flatMap(
    (id) => columns.find((column) => column.id === id) ?? [],
  );
