import type { Session } from "@ccp/contract";
import { useQueryClient } from "@tanstack/react-query";
import { useLocation } from "wouter";
import { sessionQuery } from "./queries.ts";

/** Takes a fresh session in: nothing of a former one stays behind. */
export const useEnter = (): ((session: Session, next: string) => void) => {
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  return (session, next) => {
    queries.clear();
    queries.setQueryData(sessionQuery.queryKey, session);
    navigate(next, { replace: true });
  };
};
