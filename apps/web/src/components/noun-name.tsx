import { useQuery } from "@tanstack/react-query";
import { nameQuery, type NounFilter } from "#api/queries.ts";

/** The name behind an id, whoever put it into the address. */
export const NounName = ({ noun, id }: { noun: NounFilter; id: string }) => {
  const { data, error } = useQuery(nameQuery(noun, id));
  return error === null ? (data ?? "…") : "unknown";
};
