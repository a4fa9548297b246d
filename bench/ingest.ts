import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { systemClock } from "@ccp/server/clock.ts";
import { createPools, type Pools } from "@ccp/server/db/client.ts";
import { startEmbedded } from "@ccp/server/db/embedded/start-embedded.ts";
import { migrate } from "@ccp/server/db/migrate.ts";
import { createDrain } from "@ccp/server/live/drain/drain.ts";
import { createSampleCall, tellWholeCall } from "@ccp/server/live/drain/testing/sample-call.ts";
import { openJournal } from "@ccp/server/live/journal/open-journal.ts";
import { toLine } from "@ccp/server/live/journal/to-line.ts";
import { createTestAccount } from "@ccp/server/testing/test-account.ts";
import { pino } from "pino";
import { atLeast, median, percentile } from "./lib/figures.ts";
import { judge, say } from "./lib/report.ts";

const rounds = 3;
const seconds = 3;
const callers = 512;
const callsPerRound = 5_000;
const yardstickConnections = 32;

/** Each event in a record of its own, as callbacks come, with `callers` of them waiting at any time. */
const ingest = async (pools: Pools, accountId: string, dir: string) => {
  const log = pino({ level: "error" });
  const journal = await openJournal({
    dir,
    keys: [{ id: "bench", secret: "0".repeat(64) }],
    workerUrl: new URL("../apps/server/dist/journal-worker.js", import.meta.url),
    clock: systemClock,
    log,
  });
  const drain = createDrain({
    journal,
    pool: pools.drain,
    clock: systemClock,
    log,
    acknowledgeBy: "journal",
  });
  drain.start(journal.last());
  const events = Array.from({ length: callsPerRound }, () =>
    tellWholeCall(createSampleCall(accountId)),
  ).flat();
  const waitsMs: number[] = [];
  let next = 0;
  const from = performance.now();
  await Promise.all(
    Array.from({ length: callers }, async () => {
      for (let event = events[next++]; event; event = events[next++]) {
        const askedAt = performance.now();
        const line = toLine([event]);
        const sequence = await journal.append([event], line);
        drain.offer({ sequence, events: [event], line });
        await drain.acknowledged(sequence);
        waitsMs.push(performance.now() - askedAt);
      }
    }),
  );
  await drain.idle();
  const perSecond = events.length / ((performance.now() - from) / 1000);
  await drain.stop();
  await journal.close();
  return { perSecond, p50: median(waitsMs), p99: percentile(waitsMs, 0.99) };
};

/** Single-row commits a second, by PostgreSQL's own load generator. */
const runYardstick = (url: string, folder: string): number => {
  const script = path.join(folder, "single-row.sql");
  writeFileSync(script, 'insert into bench_rows (fact) values (\'{"kind":"converted","attempt":1}\');\n');
  const printed = execFileSync(
    "pgbench",
    ["-n", "-c", String(yardstickConnections), "-j", "2", "-T", String(seconds), "-f", script, url],
    { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] },
  );
  return Number(/tps = ([\d.]+)/.exec(printed)?.[1]);
};

/** Durable events booked in PostgreSQL, beside pgbench committing rows one by one in the same database. */
export const benchIngest = async (): Promise<void> => {
  if (spawnSync("pgbench", ["--version"]).error) {
    say(
      "  not measured: pgbench is not installed (Debian: apt-get install postgresql-client postgresql-contrib)",
    );
    return;
  }
  const dataDir = mkdtempSync(path.join(tmpdir(), "ccp-bench-ingest-"));
  const embedded = await startEmbedded({ dataDir });
  const pools = createPools({ url: embedded.url });
  try {
    await migrate(embedded.url);
    const { accountId } = await createTestAccount(pools);
    const client = await pools.app.connect();
    await client.query(
      "create table bench_rows (id bigint generated always as identity primary key, fact jsonb)",
    );
    client.release();
    const ratios: number[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      const yardstick = runYardstick(embedded.url, dataDir);
      const ours = await ingest(pools, accountId, path.join(dataDir, `journal-${round}`));
      if (round === 0) continue;
      ratios.push(ours.perSecond / yardstick);
      say(
        `  ${ours.perSecond.toFixed(0)} events/s booked, acknowledged after p50 ${ours.p50.toFixed(2)} ms, ` +
          `p99 ${ours.p99.toFixed(2)} ms; pgbench ${yardstick.toFixed(0)} commits/s`,
      );
    }
    judge(atLeast("durable event ingest, times pgbench's single-row commits", median(ratios), 2));
  } finally {
    await pools.close();
    await embedded.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
};
