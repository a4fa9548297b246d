import { type BareServer, startBare } from "./lib/bare.ts";
import { readCpuMs, readDescendantsCpuMs } from "./lib/cpu.ts";
import { connectToEmbedded, count, storeCalls } from "./lib/database.ts";
import { atLeast, atMost, median, percentile } from "./lib/figures.ts";
import { runClosedLoop, runOpenLoop } from "./lib/http-load.ts";
import { judge, say } from "./lib/report.ts";
import { type BenchServer, makeVoiceWebhook, setUpCampaign, startServer } from "./lib/server.ts";

const rounds = 5;
const requestsPerRound = 4_000;
const connections = 64;
/** A short plan and a long one, each behind a number of its own. */
const plans = [
  { candidates: 20, number: "+12025550100", shareMin: 0.25 },
  { candidates: 200, number: "+12025550101", shareMin: 0.2 },
] as const;
const storedCalls = 1_000_000;
const openLoop = { perSecond: 100, seconds: 10 };

type Database = Awaited<ReturnType<typeof connectToEmbedded>>;

const makeRequests = (server: BenchServer, number: string, howMany: number): Buffer[] =>
  Array.from({ length: howMany }, () => makeVoiceWebhook(server.port, number));

/** Until every call that was answered is booked: work put off is work all the same. */
const untilBooked = async (database: Database, expected: number): Promise<void> => {
  while ((await count(database, "calls")) < expected) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

type Subjects = { server: BenchServer; bare: BareServer; database: Database; number: string };

const measureRound = async ({ server, bare, database, number }: Subjects) => {
  const requests = makeRequests(server, number, requestsPerRound);
  const bareFrom = readCpuMs(bare.pid);
  const bareLoad = await runClosedLoop(bare.port, requests, connections);
  const bareCpuUs = ((readCpuMs(bare.pid) - bareFrom) * 1000) / requestsPerRound;
  const before = await count(database, "calls");
  const [from, postgresFrom] = [readCpuMs(server.pid), readDescendantsCpuMs(server.pid)];
  const load = await runClosedLoop(server.port, requests, connections);
  await untilBooked(database, before + requestsPerRound);
  const cpuUs = ((readCpuMs(server.pid) - from) * 1000) / requestsPerRound;
  const postgresCpuUs = ((readDescendantsCpuMs(server.pid) - postgresFrom) * 1000) / requestsPerRound;
  if (load.notOk > 0 || bareLoad.notOk > 0) throw new Error(`${load.notOk} webhooks were not answered.`);
  return {
    bareCpuUs,
    cpuUs,
    postgresCpuUs,
    perSecond: requestsPerRound / load.seconds,
    barePerSecond: requestsPerRound / bareLoad.seconds,
  };
};

/** Interleaved rounds; the first one warms up and does not count. */
const measureCpu = async (subjects: Subjects) => {
  const measured: Awaited<ReturnType<typeof measureRound>>[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const figures = await measureRound(subjects);
    if (round > 0) measured.push(figures);
  }
  const middle = (name: keyof (typeof measured)[number]): number => median(measured.map((one) => one[name]));
  const cpuUs = middle("cpuUs");
  const bareCpuUs = middle("bareCpuUs");
  say(
    `  CPU per webhook: ${cpuUs.toFixed(1)} µs, drain and journal included; bare ${bareCpuUs.toFixed(1)} µs; ` +
      `PostgreSQL ${middle("postgresCpuUs").toFixed(1)} µs`,
  );
  say(`  answered per second: ${middle("perSecond").toFixed(0)}; bare ${middle("barePerSecond").toFixed(0)}`);
  return { cpuUs, ratio: median(measured.map((one) => one.bareCpuUs / one.cpuUs)) };
};

const show = (values: number[]): string =>
  `p50 ${percentile(values, 0.5).toFixed(2)} ms, p99 ${percentile(values, 0.99).toFixed(2)} ms`;

const measureLateness = async ({ server, bare, number }: Subjects): Promise<void> => {
  const requests = makeRequests(server, number, openLoop.perSecond * openLoop.seconds);
  const bareLoad = await runOpenLoop(bare.port, requests, openLoop.perSecond);
  const load = await runOpenLoop(server.port, requests, openLoop.perSecond);
  say(
    `  at ${openLoop.perSecond} new calls a second: ${show(load.latenciesMs)}; bare ${show(bareLoad.latenciesMs)}`,
  );
  const late = percentile(load.latenciesMs, 0.99) - percentile(bareLoad.latenciesMs, 0.99);
  judge(atMost("p99 above bare, ms", late, 10));
};

/** The CPU of a webhook by the short plan, after both plans were held against their gates. */
const measurePlans = async (subjects: Omit<Subjects, "number">): Promise<number> => {
  const measured: number[] = [];
  for (const { candidates, number, shareMin } of plans) {
    await setUpCampaign(subjects.server.port, candidates, number);
    const { cpuUs, ratio } = await measureCpu({ ...subjects, number });
    judge(atLeast(`webhook to TwiML with ${candidates} candidates, share of bare by CPU`, ratio, shareMin));
    measured.push(cpuUs);
  }
  return measured[0] ?? Number.NaN;
};

/** A signed voice webhook of a new call, answered durably with TwiML, beside a bare POST of the same bytes. */
export const benchVoice = async (): Promise<void> => {
  const bare = await startBare();
  const server = await startServer();
  let database: Database | undefined;
  try {
    database = await connectToEmbedded(server.dataDir);
    const emptyCpuUs = await measurePlans({ server, bare, database });
    const subjects = { server, bare, database, number: plans[0].number };
    await measureLateness(subjects);
    say(`  storing ${storedCalls} calls …`);
    await storeCalls(database, storedCalls);
    const full = await measureCpu(subjects);
    judge(atMost("CPU with a million stored calls, of CPU with none", full.cpuUs / emptyCpuUs, 1.2));
  } finally {
    await database?.end();
    bare.stop();
    await server.stop();
  }
};
