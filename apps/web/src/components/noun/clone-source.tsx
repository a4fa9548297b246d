import { useQuery, type UseQueryOptions } from "@tanstack/react-query";
import { useEffect, useEffectEvent, type ReactNode } from "react";
import { explainFailure } from "#api/errors.ts";
import { toast } from "#lib/toast.ts";

type CloneSourceProps<Noun> = {
  /** Null for something new. */
  id: string | null;
  toQuery: (id: string) => UseQueryOptions<Noun, Error, Noun, string[]>;
  onClose: () => void;
  children: (source: Noun | null) => ReactNode;
};

/** Fetches what a new noun is to be a copy of, before its form opens. */
export const CloneSource = <Noun,>({ id, ...props }: CloneSourceProps<Noun>) =>
  id === null ? props.children(null) : <Fetched id={id} {...props} />;

const Fetched = <Noun,>({ id, toQuery, onClose, children }: CloneSourceProps<Noun> & { id: string }) => {
  const { data, error } = useQuery(toQuery(id));
  const giveUp = useEffectEvent((failure: Error) => {
    toast.error(`There is nothing to clone. ${explainFailure(failure)}`);
    onClose();
  });
  useEffect(() => {
    if (error !== null) giveUp(error);
  }, [error]);
  return data === undefined ? null : children(data);
};
