import { promisify } from "node:util";
import type { Request } from "express";
import { toAppError } from "./database-error.ts";

/** What was read when the request came may be gone by now: who signed out has no session any more. */
const reloadSession = async ({ session }: Partial<Pick<Request, "session">>): Promise<void> => {
  if (session !== undefined) await promisify(session.reload.bind(session))();
};

/** Whether who asked might ask again now, by the same check; while the database is away they may. */
export const isStillAllowed = async (request: Request, permit: () => Promise<unknown>): Promise<boolean> => {
  try {
    await reloadSession(request);
    await permit();
    return true;
  } catch (error) {
    return toAppError(error)?.code === "unavailable";
  }
};
