import { afterEach } from "vitest";
import { createSimulator, type Simulator, type SimulatorOptions } from "#create-simulator.ts";
import { createManualClock, type ManualClock } from "#manual-clock.ts";
import { startCustomer, type Customer, type CustomerAnswer, type Received } from "./customer.ts";

export const callerNumber = "+13125550123";
export const trackingNumber = "+12125550100";
export const buyerNumber = "+12025550199";
export const otherBuyerNumber = "+12025550198";

/** A simulator and a customer, joined by one number, on a clock of their own. */
export type World = {
  readonly clock: ManualClock;
  readonly simulator: Simulator;
  readonly customer: Customer;
  readonly url: string;
  readonly accountSid: string;
  readonly authToken: string;
};

export const startOfDay = Date.UTC(2026, 0, 5, 12);

const open: World[] = [];

afterEach(async () => {
  for (const { simulator, customer } of open.splice(0)) {
    await simulator.close();
    await customer.close();
  }
});

/** `answer` gives TwiML or a response for every path but those of callbacks, which get 204. */
export const startWorld = async (
  answer: (request: Received) => CustomerAnswer,
  options: Partial<SimulatorOptions> = {},
): Promise<World> => {
  const clock = createManualClock({ startAt: startOfDay, quantumMs: 5 });
  const simulator = createSimulator({ clock, seed: "test", ...options });
  const customer = await startCustomer((request) =>
    /status|recording/.test(request.path) ? { status: 204 } : answer(request),
  );
  const { url } = await simulator.listen();
  const { sid, authToken } = simulator.addAccount();
  simulator.addNumber({
    accountSid: sid,
    phoneNumber: trackingNumber,
    voiceUrl: `${customer.url}/voice`,
    voiceFallbackUrl: `${customer.url}/fallback`,
    statusCallback: `${customer.url}/number-status`,
  });
  const world = { clock, simulator, customer, url, accountSid: sid, authToken };
  open.push(world);
  return world;
};

/** What reached one path of the customer. */
export const receivedAt = ({ customer }: World, path: string): readonly Received[] =>
  customer.received.filter((request) => request.path === path);
