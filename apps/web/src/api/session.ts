import { isAllowed, type Permission, type Session } from "@ccp/contract";
import { createContext, use } from "react";

export const SessionContext = createContext<Session | null>(null);

/** Who is signed in; only for what is shown behind sign-in. */
export const useSession = (): Session => {
  const session = use(SessionContext);
  if (session === null) throw new Error("This part of the console is shown behind sign-in only.");
  return session;
};

export const useTimeZone = (): string => useSession().account.timeZone;

export const useMay = (permission: Permission): boolean => isAllowed(useSession().role, permission);
