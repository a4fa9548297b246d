import { updateAccountBody, type Account } from "@ccp/contract";
import { attestations, attestationSet } from "@ccp/engine";
import type { z } from "zod";

/** The account as it is typed: to take every attestation is to demand none. */
export const accountForm = updateAccountBody
  .pick({ name: true, timeZone: true, currency: true, dialCountries: true, highRiskPrefixes: true })
  .required()
  .extend({
    attestations: attestationSet.transform((accepted) =>
      accepted.length === attestations.length ? null : accepted,
    ),
  });

export type AccountValues = z.input<typeof accountForm>;
export type AccountBody = z.output<typeof accountForm>;

export const toAccountValues = ({
  name,
  timeZone,
  currency,
  attestations: accepted,
  dialCountries,
  highRiskPrefixes,
}: Account): AccountValues => ({
  name,
  timeZone,
  currency,
  attestations: accepted ?? [...attestations],
  dialCountries,
  highRiskPrefixes,
});
