import { randomBytes } from "node:crypto";
import type { CarrierAccount } from "@ccp/contract";
import type { AccountTransaction } from "#db/transaction.ts";
import type { Sealer } from "#sealing.ts";
import { connectCarrierAccount } from "./connect-carrier-account.ts";

/** An account of the simulated carrier, under an id and a token that nobody else has. */
export const connectSimulatedCarrier = (tx: AccountTransaction, sealer: Sealer): Promise<CarrierAccount> =>
  connectCarrierAccount(tx, sealer, {
    carrier: "simulator",
    name: "Simulated carrier",
    // The simulator knows its own accounts by this beginning, which no real account has.
    accountRef: `ACfacade${randomBytes(13).toString("hex")}`,
    authToken: randomBytes(16).toString("hex"),
  });
