import type { ConfigurationNoun } from "@ccp/contract";
import { useLocation } from "wouter";
import { useRenew } from "#api/use-renew.ts";
import { toNounPath } from "#components/noun-path.ts";
import { toast } from "#lib/toast.ts";
import type { Id } from "./noun-operations.ts";

/** What follows when something new was made: it is said, and its page opens. */
export const useCreated = (noun: ConfigurationNoun) => {
  const [, navigate] = useLocation();
  const renew = useRenew();
  return ({ id, name }: { id: Id; name: string }): void => {
    toast.success(`Created ${name}`);
    navigate(toNounPath(noun, id) ?? "");
    void renew();
  };
};
