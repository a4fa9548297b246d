import { createHash } from "node:crypto";
import path from "node:path";
import { inspect } from "node:util";
import { z } from "zod";
import { findDataDirFault } from "./data-dir-fault.ts";
import { DamagedSecretsError, getKeptSecrets } from "./kept-secrets.ts";
import type { SealingKey } from "./sealing.ts";

const port = z
  .string()
  .regex(/^\d+$/, "must be a port number")
  .transform(Number)
  .refine((value) => value >= 1 && value <= 65_535, "must be between 1 and 65535");

const origin = z
  .url({
    protocol: /^https?$/,
    error: "must be an http or https address such as https://calls.example.com",
    abort: true,
  })
  .refine((value) => new URL(value).pathname === "/" && new URL(value).search === "", "must have no path")
  .transform((value) => new URL(value).origin);

const databaseUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: "must look like postgresql://user:password@host:5432/database",
});

/** Several are separated by commas: the first is used, the others are still accepted. */
const secretList = z
  .string()
  .transform((value) => value.split(",").map((each) => each.trim()))
  .refine(
    (values) => values.every((each) => each.length >= 32),
    "must have at least 32 characters (openssl rand -hex 32)",
  );

const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

const optional = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().default(null);

export const variables = z.object({
  PORT: port.default(5000),
  PUBLIC_URL: optional(origin),
  DATABASE_URL: optional(databaseUrl),
  DATABASE_DIRECT_URL: optional(databaseUrl),
  DATA_DIR: z.string().default("data"),
  SESSION_SECRET: optional(secretList),
  ENCRYPTION_KEY: optional(secretList),
  CARRIER: z.enum(["simulator", "twilio"], "must be simulator or twilio").default("simulator"),
  TWILIO_ACCOUNT_SID: optional(z.string().regex(/^AC[\da-f]{32}$/, "must be AC and 32 hexadecimal digits")),
  TWILIO_AUTH_TOKEN: optional(z.string().min(16, "must have at least 16 characters")),
  SIMULATOR_PORT: port.default(5010),
  DEMO: optional(z.enum(["true", "false"], "must be true or false")),
  CCP_INIT_ACCOUNT: optional(z.string().max(120, "must have at most 120 characters")),
  CCP_INIT_EMAIL: optional(z.email("must be an e-mail address")),
  CCP_INIT_PASSWORD: optional(
    z.string().min(8, "must have at least 8 characters").max(128, "must have at most 128 characters"),
  ),
  CCP_INIT_API_KEY: optional(
    z.string().regex(/^ccp_live_\w{32,128}$/, "must be ccp_live_ and at least 32 letters or digits"),
  ),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(", ")}`).default("info"),
});

type Variables = z.infer<typeof variables>;

/** What must never be printed. Its parts are read by name; the whole shows as [secret]. */
export type Secrets = {
  /** The first signs, all verify. */
  readonly sessionSecrets: readonly string[];
  /** The first seals, all open. */
  readonly encryptionKeys: readonly SealingKey[];
  readonly twilioAuthToken: string | null;
  readonly initPassword: string | null;
  readonly initApiKey: string | null;
  /** Null with the embedded database. */
  readonly database: { readonly url: string; readonly directUrl: string } | null;
};

export type Env = {
  port: number;
  /** Without a slash at its end. */
  publicUrl: string;
  dataDir: string;
  database: "embedded" | "external";
  carrier: "simulator" | "twilio";
  twilioAccountSid: string | null;
  simulatorPort: number;
  simulatorUrl: string;
  demo: boolean;
  /** The account to make when it is absent, for set-ups without a person. */
  init: { accountName: string; email: string } | null;
  logLevel: Variables["LOG_LEVEL"];
  secrets: Secrets;
};

/** Whoever starts the server must change a setting; the message names each fault with its cure. */
export class EnvError extends Error {
  constructor(faults: readonly string[]) {
    super(`The settings do not work:\n${faults.map((fault) => `  - ${fault}`).join("\n")}`);
    this.name = "EnvError";
  }
}

const findParseFaults = (error: z.ZodError): string[] =>
  error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);

// Each rule looks at raw texts, so that it also speaks when another variable is malformed.
const findRuleFaults = (given: Readonly<Record<string, string>>): string[] => {
  const has = (name: keyof Variables): boolean => given[name] !== undefined;
  const rules: [() => boolean, string][] = [
    [
      () => has("DATABASE_URL") && !has("SESSION_SECRET"),
      "SESSION_SECRET must be set along with DATABASE_URL (openssl rand -hex 32)",
    ],
    [
      () => has("DATABASE_URL") && !has("ENCRYPTION_KEY"),
      "ENCRYPTION_KEY must be set along with DATABASE_URL (openssl rand -hex 32)",
    ],
    [
      () => has("DATABASE_DIRECT_URL") && !has("DATABASE_URL"),
      "DATABASE_DIRECT_URL needs DATABASE_URL beside it",
    ],
    [
      () => given["CARRIER"] === "twilio" && !has("PUBLIC_URL"),
      "PUBLIC_URL must be set with CARRIER=twilio: it is where Twilio reaches this server",
    ],
    [
      () => has("TWILIO_ACCOUNT_SID") !== has("TWILIO_AUTH_TOKEN"),
      "TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN must be set together",
    ],
    [
      () => has("CCP_INIT_EMAIL") !== has("CCP_INIT_PASSWORD"),
      "CCP_INIT_EMAIL and CCP_INIT_PASSWORD must be set together",
    ],
    [
      () => (has("CCP_INIT_ACCOUNT") || has("CCP_INIT_API_KEY")) && !has("CCP_INIT_EMAIL"),
      "CCP_INIT_ACCOUNT and CCP_INIT_API_KEY need CCP_INIT_EMAIL and CCP_INIT_PASSWORD beside them",
    ],
    [
      () => (given["PORT"] ?? "5000") === (given["SIMULATOR_PORT"] ?? "5010"),
      "SIMULATOR_PORT must differ from PORT",
    ],
  ];
  return rules.filter(([isBroken]) => isBroken()).map(([, fault]) => fault);
};

const toKey = (secret: string): SealingKey => ({
  id: createHash("sha256").update(secret).digest("hex").slice(0, 8),
  secret,
});

const print = (): string => "[secret]";

const hide = (secrets: Secrets): Secrets => {
  const hidden = {};
  for (const [name, value] of Object.entries(secrets)) Object.defineProperty(hidden, name, { value });
  Object.defineProperties(hidden, {
    toJSON: { value: print },
    [inspect.custom]: { value: print },
  });
  return hidden as Secrets;
};

// With the embedded database, what is not set is made once and kept; with another one the rules above demand it.
const toSecrets = (set: Variables, dataDir: string): Secrets =>
  hide({
    sessionSecrets: set.SESSION_SECRET ?? [getKeptSecrets(dataDir).sessionSecret],
    encryptionKeys: (set.ENCRYPTION_KEY ?? [getKeptSecrets(dataDir).encryptionKey]).map(toKey),
    twilioAuthToken: set.TWILIO_AUTH_TOKEN,
    initPassword: set.CCP_INIT_PASSWORD,
    initApiKey: set.CCP_INIT_API_KEY,
    database:
      set.DATABASE_URL === null
        ? null
        : { url: set.DATABASE_URL, directUrl: set.DATABASE_DIRECT_URL ?? set.DATABASE_URL },
  });

const toEnv = (set: Variables): Env => {
  const dataDir = path.resolve(set.DATA_DIR);
  return Object.freeze({
    port: set.PORT,
    publicUrl: set.PUBLIC_URL ?? `http://localhost:${set.PORT}`,
    dataDir,
    database: set.DATABASE_URL === null ? "embedded" : "external",
    carrier: set.CARRIER,
    twilioAccountSid: set.TWILIO_ACCOUNT_SID,
    simulatorPort: set.SIMULATOR_PORT,
    simulatorUrl: `http://127.0.0.1:${set.SIMULATOR_PORT}`,
    demo: set.DEMO === null ? set.CARRIER === "simulator" : set.DEMO === "true",
    init:
      set.CCP_INIT_EMAIL === null
        ? null
        : { accountName: set.CCP_INIT_ACCOUNT ?? "My account", email: set.CCP_INIT_EMAIL },
    logLevel: set.LOG_LEVEL,
    secrets: toSecrets(set, dataDir),
  });
};

const readGiven = (source: NodeJS.ProcessEnv): Record<string, string> => {
  const given: Record<string, string> = {};
  for (const name of Object.keys(variables.shape)) {
    const text = source[name];
    // Whoever signs in types the password as it was given, blanks included.
    const value = name === "CCP_INIT_PASSWORD" ? text : text?.trim();
    if (value !== undefined && value !== "") given[name] = value;
  }
  return given;
};

/** The whole configuration, or an `EnvError` that names every fault at once. An empty variable counts as unset. */
export const readEnv = (source: NodeJS.ProcessEnv = process.env): Env => {
  const given = readGiven(source);
  const parsed = variables.safeParse(given);
  const faults = [...(parsed.success ? [] : findParseFaults(parsed.error)), ...findRuleFaults(given)];
  if (!parsed.success || faults.length > 0) throw new EnvError(faults);
  try {
    return toEnv(parsed.data);
  } catch (error) {
    const fault = error instanceof DamagedSecretsError ? error.message : findDataDirFault(error);
    if (fault === undefined) throw error;
    throw new EnvError([fault]);
  }
};
