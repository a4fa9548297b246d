import { createHash } from "node:crypto";
import connectPgSimple from "connect-pg-simple";
import type { RequestHandler } from "express";
import session from "express-session";
import type pg from "pg";
import type { DatabasePool } from "#db/client.ts";
import { withDirectory } from "#db/transaction.ts";
import type { HttpDeps } from "./deps.ts";

/** Signed out after this long without a request. */
const idleMaxMs = 30 * 60_000;

const isHttps = (publicUrl: string): boolean => publicUrl.startsWith("https:");

/** The `__Host-` prefix makes browsers refuse a cookie set by a neighbouring host. */
const toCookieName = (publicUrl: string): string =>
  isHttps(publicUrl) ? "__Host-ccp_session" : "ccp_session";

/** The one method that the store calls on its pool, as a transaction of the directory's role. */
const toStorePool = (pool: DatabasePool): pg.Pool =>
  ({
    query: (text: string, values: unknown[]) => withDirectory(pool, (tx) => tx.query(text, values)),
  }) as unknown as pg.Pool;

const hashId = (sid: string): string => createHash("sha256").update(sid).digest("hex");

const PgStore = connectPgSimple(session);

/** Keeps hashes instead of session ids: who reads the table cannot sign in with it. */
class HashingStore extends PgStore {
  override get(sid: string, done: (error: unknown, session?: session.SessionData | null) => void): void {
    super.get(hashId(sid), done);
  }

  override set(sid: string, data: session.SessionData, done?: (error?: unknown) => void): void {
    super.set(hashId(sid), data, done);
  }

  override touch(sid: string, data: session.SessionData, done?: () => void): void {
    super.touch(hashId(sid), data, done);
  }

  override destroy(sid: string, done?: (error?: unknown) => void): void {
    super.destroy(hashId(sid), done);
  }
}

/** Sessions in PostgreSQL; the cookie holds a random id and nothing else. */
export const createSessions = ({ pools, publicUrl, sessionSecrets, log }: HttpDeps): RequestHandler =>
  session({
    name: toCookieName(publicUrl),
    secret: [...sessionSecrets],
    store: new HashingStore({
      pool: toStorePool(pools.app),
      tableName: "sessions",
      errorLog: (...failure) => log.warn({ failure }, "expired sessions were not removed"),
    }),
    resave: false,
    saveUninitialized: false,
    rolling: true,
    // Whether it is HTTPS is told by PUBLIC_URL; what stands in between ends it.
    proxy: true,
    cookie: { httpOnly: true, sameSite: "lax", secure: isHttps(publicUrl), path: "/", maxAge: idleMaxMs },
  });
