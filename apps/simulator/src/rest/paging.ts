import { json, type Reply } from "#http/router.ts";
import type { RestRequest } from "./request.ts";

const defaultPageSize = 50;
const maxPageSize = 1000;

/** One page of a list, with the relative address of the next one; `items` come in the order of the list. */
export const toPage = <T extends { readonly sid: string }>(
  request: RestRequest,
  name: string,
  items: readonly T[],
  render: (item: T) => unknown,
): Reply => {
  const { query, pathname } = request;
  const size = Math.min(maxPageSize, Math.max(1, Number(query.get("PageSize") ?? defaultPageSize)));
  const token = query.get("PageToken");
  const start = token === null ? 0 : items.findIndex(({ sid }) => token === `PA${sid}`) + 1;
  const shown = items.slice(start, start + size);
  const page = Math.floor(start / size);
  const toUri = (number: number, after: string | undefined): string => {
    const params = new URLSearchParams(query);
    params.set("PageSize", String(size));
    params.set("Page", String(number));
    if (after === undefined) params.delete("PageToken");
    else params.set("PageToken", `PA${after}`);
    return `${pathname}?${params.toString()}`;
  };
  const hasMore = start + size < items.length;
  return json({
    [name]: shown.map(render),
    page,
    page_size: size,
    start,
    end: Math.max(start, start + shown.length - 1),
    uri: toUri(page, token?.slice(2)),
    first_page_uri: toUri(0, undefined),
    previous_page_uri: page === 0 ? null : toUri(page - 1, items[start - size - 1]?.sid),
    next_page_uri: hasMore ? toUri(page + 1, shown.at(-1)?.sid) : null,
  });
};
