import { createHash } from "node:crypto";
import type { Machine } from "#machine.ts";
import { accountPrefix, isSimulatedAccountSid, toSid } from "#sids.ts";
import type { Account, NewAccount } from "./account.ts";
import type { Endpoint, HttpMethod, IncomingNumber, NewIncomingNumber } from "./incoming-number.ts";

/** Opens an account; one that exists under this id is returned as it is. */
export const addAccount = ({ world, clock }: Machine, given: NewAccount): Account => {
  const made = createHash("sha256").update(`${world.seed}:account:${world.accounts.size}`).digest("hex");
  const sid = given.sid ?? accountPrefix + made.slice(0, 26);
  if (!isSimulatedAccountSid(sid))
    throw new Error(`an account of the simulator is ${accountPrefix} and 26 hexadecimal digits`);
  const known = world.accounts.get(sid);
  if (known !== undefined) return known;
  const account: Account = {
    sid,
    authToken: given.authToken ?? made.slice(26, 58),
    friendlyName: given.friendlyName ?? "Simulated account",
    createdAt: clock.now(),
    numbers: new Map(),
    verifiedCallerIds: new Set(given.verifiedCallerIds),
    legs: [],
    recordings: new Map(),
  };
  world.accounts.set(sid, account);
  return account;
};

/** Gives a number to an account; throws when the account is unknown or the number taken. */
export const addNumber = ({ world, clock }: Machine, given: NewIncomingNumber): IncomingNumber => {
  const { accountSid, phoneNumber } = given;
  const account = world.accounts.get(accountSid);
  if (account === undefined) throw new Error(`no account ${accountSid}`);
  if (world.numbers.has(phoneNumber)) throw new Error(`${phoneNumber} is taken`);
  const number: IncomingNumber = {
    sid: toSid("PN", world.seed, accountSid, phoneNumber),
    accountSid,
    phoneNumber,
    createdAt: clock.now(),
    updatedAt: clock.now(),
    friendlyName: given.friendlyName ?? phoneNumber,
    voice: toEndpoint(given.voiceUrl, given.voiceMethod),
    voiceFallback: toEndpoint(given.voiceFallbackUrl, given.voiceFallbackMethod),
    statusCallback: toEndpoint(given.statusCallback, given.statusCallbackMethod),
    callerIdLookup: given.voiceCallerIdLookup ?? false,
  };
  world.numbers.set(phoneNumber, number);
  account.numbers.set(number.sid, number);
  return number;
};

const toEndpoint = (url = "", method: HttpMethod = "POST"): Endpoint => ({ url, method });

/** Gives a number up. */
export const removeNumber = ({ world }: Machine, number: IncomingNumber): void => {
  world.numbers.delete(number.phoneNumber);
  world.accounts.get(number.accountSid)?.numbers.delete(number.sid);
};
