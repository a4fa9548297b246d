import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { inspect } from "node:util";
import { afterAll, expect, test } from "vitest";
import { EnvError, readEnv, variables } from "./env.ts";

const folder = mkdtempSync(path.join(tmpdir(), "ccp-env-"));
afterAll(() => rmSync(folder, { recursive: true }));

const external = {
  DATABASE_URL: "postgresql://user:database-password@db.example/ccp",
  SESSION_SECRET: "session-secret-of-more-than-32-characters",
  ENCRYPTION_KEY: "encryption-key-of-more-than-32-characters",
};

const getFaults = (source: Record<string, string>): string => {
  try {
    readEnv(source);
  } catch (error) {
    if (error instanceof EnvError) return error.message;
    throw error;
  }
  return "";
};

test("with nothing set it is the simulator, the embedded database and the demo", () => {
  expect(readEnv({ DATA_DIR: folder })).toMatchObject({
    port: 5000,
    publicUrl: "http://localhost:5000",
    database: "embedded",
    carrier: "simulator",
    simulatorUrl: "http://127.0.0.1:5010",
    demo: true,
    init: null,
    logLevel: "info",
  });
});

test("every fault is reported in one go, each with its variable", () => {
  const faults = getFaults({
    PORT: "eighty",
    PUBLIC_URL: "calls.example.com",
    DATABASE_URL: "mysql://x",
    SESSION_SECRET: "short",
    CARRIER: "pigeon",
    TWILIO_ACCOUNT_SID: "AC1",
    DEMO: "maybe",
    CCP_INIT_EMAIL: "owner",
    CCP_INIT_API_KEY: "key",
    LOG_LEVEL: "loud",
  });
  for (const name of [
    "PORT must",
    "PUBLIC_URL must",
    "DATABASE_URL must",
    "SESSION_SECRET must",
    "ENCRYPTION_KEY must be set along with DATABASE_URL",
    "CARRIER must",
    "TWILIO_ACCOUNT_SID must",
    "TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN must be set together",
    "DEMO must",
    "CCP_INIT_EMAIL must",
    "CCP_INIT_EMAIL and CCP_INIT_PASSWORD must be set together",
    "CCP_INIT_API_KEY must",
    "LOG_LEVEL must",
  ]) {
    expect(faults).toContain(`- ${name}`);
  }
});

test.each([
  [{ DATABASE_DIRECT_URL: external.DATABASE_URL }, "DATABASE_DIRECT_URL needs DATABASE_URL"],
  [{ CARRIER: "twilio" }, "PUBLIC_URL must be set with CARRIER=twilio"],
  [{ CCP_INIT_API_KEY: `ccp_live_${"a".repeat(40)}` }, "CCP_INIT_API_KEY need CCP_INIT_EMAIL"],
  [{ PORT: "5010" }, "SIMULATOR_PORT must differ from PORT"],
  [{ PUBLIC_URL: "https://calls.example.com/app" }, "PUBLIC_URL must have no path"],
])("%o is refused", (source, fault) => {
  expect(getFaults(source)).toContain(fault);
});

test("a fault leaves no file behind", () => {
  const untouched = path.join(folder, "untouched");
  expect(getFaults({ DATA_DIR: untouched, PORT: "0" })).toContain("PORT");
  expect(() => statSync(untouched)).toThrow("ENOENT");
});

test("with the embedded database unset secrets are made once and kept for this user only", () => {
  const dataDir = path.join(folder, "kept");
  const first = readEnv({ DATA_DIR: dataDir }).secrets;
  const second = readEnv({ DATA_DIR: dataDir, SESSION_SECRET: external.SESSION_SECRET }).secrets;
  expect(first.encryptionKeys).toHaveLength(1);
  expect(second.encryptionKeys).toEqual(first.encryptionKeys);
  expect(second.sessionSecrets).toEqual([external.SESSION_SECRET]);
  expect(statSync(path.join(dataDir, "secrets.json")).mode & 0o777).toBe(0o600);
});

test("secrets that cannot be read are told from damaged ones, and neither is made anew", () => {
  const file = path.join(folder, "file");
  writeFileSync(file, "");
  expect(getFaults({ DATA_DIR: file })).toMatch(/DATA_DIR cannot be used: ENOTDIR/);
  const dataDir = path.join(folder, "damaged");
  mkdirSync(dataDir);
  writeFileSync(path.join(dataDir, "secrets.json"), "{");
  expect(getFaults({ DATA_DIR: dataDir })).toMatch(/secrets\.json is damaged\. Restore it/);
  expect(readFileSync(path.join(dataDir, "secrets.json"), "utf8")).toBe("{");
});

test("blanks around a value do not count, but a password is taken as it is typed at sign-in", () => {
  const env = readEnv({
    ...external,
    PORT: " 5001 ",
    CCP_INIT_EMAIL: " owner@example.com ",
    CCP_INIT_PASSWORD: " eight or more ",
  });
  expect(env).toMatchObject({ port: 5001, init: { email: "owner@example.com" } });
  expect(env.secrets.initPassword).toBe(" eight or more ");
});

test("several keys keep their order and get ids of their own", () => {
  const { encryptionKeys } = readEnv({
    ...external,
    ENCRYPTION_KEY: `${"n".repeat(32)}, ${"o".repeat(32)}`,
  }).secrets;
  expect(encryptionKeys.map((key) => key.secret[0])).toEqual(["n", "o"]);
  expect(new Set(encryptionKeys.map((key) => key.id)).size).toBe(2);
});

test("no way of printing the configuration shows a secret", () => {
  const env = readEnv({
    ...external,
    CCP_INIT_EMAIL: "owner@example.com",
    CCP_INIT_PASSWORD: "init-password",
  });
  expect(env.secrets.initPassword).toBe("init-password");
  const printed = `${JSON.stringify(env)} ${inspect(env, { depth: 9 })}`;
  for (const secret of ["database-password", "session-secret", "encryption-key", "init-password"]) {
    expect(printed).not.toContain(secret);
  }
  expect(printed).toContain("[secret]");
});

test(".env.example names exactly the variables that are read, with their defaults", () => {
  const text = readFileSync(path.join(import.meta.dirname, "../../../.env.example"), "utf8");
  const lines = [...text.matchAll(/^# ([A-Z_]+)=(.*)$/gm)].map(([, name = "", value = ""]) => [name, value]);
  expect(lines.map(([name]) => name)).toEqual(Object.keys(variables.shape));
  const withExample = readEnv({ ...Object.fromEntries(lines), DATA_DIR: folder });
  expect(withExample).toEqual(readEnv({ DATA_DIR: folder }));
  const defaults = Object.fromEntries(
    Object.entries(variables.parse({}))
      .filter(([, value]) => value !== null)
      .map(([name, value]) => [name, String(value)]),
  );
  expect(Object.fromEntries(lines.filter(([, value]) => value !== ""))).toEqual(defaults);
});
