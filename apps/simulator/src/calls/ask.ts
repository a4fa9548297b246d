import { deliver, pause, type Delivered } from "#webhooks/deliver.ts";
import { acknowledge, getDisturbance } from "./notify.ts";
import { reportFault, tell } from "./tell.ts";
import { toVoiceParameters } from "./voice-parameters.ts";
import type { Question, Session } from "./session.ts";

const ceilingMs = 15_000;

/** Asks the customer what to do next. */
export const ask = async (session: Session, question: Question): Promise<Delivered> => {
  const { machine, call, leg } = session;
  const sentAt = machine.clock.now();
  const disturbance = getDisturbance(machine, call);
  const isLost = call.random.chance(disturbance.timeoutShare);
  const isRepeated = call.random.chance(disturbance.repeatedRequestShare);
  const result = isLost ? await loseRequest(session) : await send(session, question, isRepeated);
  const status = result.kind === "answered" ? result.status : `${result.code} ${result.reason}`;
  const tookMs = machine.clock.now() - sentAt;
  const { purpose, endpoint } = question;
  tell(machine, call, leg, { kind: "request", purpose, url: endpoint.url, status, tookMs });
  count(session, purpose, result);
  return result;
};

const count = ({ machine, call, leg }: Session, purpose: string, result: Delivered): void => {
  const { counters } = machine.world;
  counters.sent += 1;
  if (result.kind === "failed") counters.failed += 1;
  else if (result.status >= 200 && result.status < 300) acknowledge(machine, call, purpose, leg);
  else counters.refused += 1;
};

/** As the carrier sees a customer that does not answer in time. */
const loseRequest = async (session: Session): Promise<Delivered> => {
  await pause(session.machine.clock, session.call.activity, ceilingMs);
  return { kind: "failed", code: 11_200, reason: "timed out" };
};

const send = async (session: Session, question: Question, isRepeated: boolean): Promise<Delivered> => {
  const { machine, call, leg } = session;
  const { accounts, switches } = machine.world;
  const delivery = {
    endpoint: question.endpoint,
    params: { ...toVoiceParameters(machine, call, leg), ...question.params },
    authToken: accounts.get(leg.accountSid)?.authToken ?? "",
    activity: call.activity,
    retryPauseMs: switches.measures.retryPauseMs,
    toIdempotencyToken: () => call.random.hex(32),
  };
  const first = await deliver(machine.clock, machine.sender, delivery);
  if (!isRepeated) return first;
  const idempotencyToken = call.random.hex(32);
  const second = await deliver(machine.clock, machine.sender, { ...delivery, idempotencyToken });
  if (first.kind === "answered" && second.kind === "answered" && first.body !== second.body)
    reportFault(
      machine,
      call,
      leg,
      repeatedAnswerDiffers,
      `${question.purpose}: a repeated request was answered differently`,
    );
  return second;
};

/** Not a code of the carrier: it could not know. */
export const repeatedAnswerDiffers = 90_001;
