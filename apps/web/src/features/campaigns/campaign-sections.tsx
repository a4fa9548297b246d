import { countries, toPayoutText } from "@ccp/contract";
import type { ReactNode } from "react";
import { useSession } from "#api/session.ts";
import { FormSection } from "#components/form/form-section.tsx";
import { describeValue } from "#lib/field-words.ts";
import { speakDuration } from "#lib/format-duration.ts";
import { formatMoney } from "#lib/format-money.ts";
import { toZoneCity } from "#lib/time-zones.ts";
import {
  ApologyField,
  BasicsFields,
  CallerIdField,
  DiallingFields,
  PlaceFields,
  RecordingField,
  type CampaignControl,
} from "./campaign-fields.tsx";
import type { CampaignValues } from "./campaign-form.ts";
import { PayoutFields, payoutNames } from "./payout/payout-fields.tsx";
import { payoutText } from "./payout/payout-form.ts";
import { toVerticalName } from "./vertical-name.ts";

const regions = new Intl.DisplayNames("en-US", { type: "region" });

const toCountryName = (code: string): string =>
  countries.some((known) => known === code) ? (regions.of(code) ?? code) : "No country";

/** "25 seconds" of what is typed, and the text itself while it is no number. */
const speakTyped = (text: string): string => (/^\d+$/.test(text) ? speakDuration(Number(text)) : text);

export const BasicsSection = ({ control }: CampaignControl) => (
  <FormSection
    control={control}
    title="Basics"
    names={["name", "vertical"]}
    summary={({ name, vertical }) => `${name}, ${toVerticalName(vertical)}`}
    isOpenAtFirst
  >
    <BasicsFields control={control} />
  </FormSection>
);

type PayoutSectionProps = CampaignControl & {
  /** How many rules of its own stand before the fields. */
  ruleCount: number;
  /** What stands over the fields. */
  rules: ReactNode;
  /** What stands below the fields. */
  children: ReactNode;
};

export const PayoutSection = ({ control, ruleCount, rules, children }: PayoutSectionProps) => {
  const { currency } = useSession().account;
  const toSummary = ({ payout }: CampaignValues): string => {
    const { data } = payoutText.safeParse(payout);
    if (data === undefined) return "";
    const others = toPayoutText(data, (micros) => formatMoney(micros, currency));
    if (ruleCount === 0) return others.charAt(0).toUpperCase() + others.slice(1);
    return `${ruleCount} ${ruleCount === 1 ? "rule" : "rules"}, all other calls ${others}`;
  };
  return (
    <FormSection control={control} title="Payout" names={Object.values(payoutNames)} summary={toSummary}>
      {rules}
      <PayoutFields
        control={control}
        names={payoutNames}
        label={ruleCount === 0 ? "The publisher is paid" : "For all other calls the publisher is paid"}
        mayBeNothing
      />
      {children}
    </FormSection>
  );
};

/** ", recovered twice" of what is typed; nothing where calls are not recovered. */
const toRecoveryText = (typed: string): string => {
  const times = typed.trim();
  return times === "" ? "" : `, recovered ${times === "1" ? "once" : `up to ${times} times`}`;
};

/** " within 1 minute" of what is typed; nothing where calls may wait. */
const toWaitText = (typed: string): string =>
  typed.trim() === "" ? "" : ` within ${speakTyped(typed.trim())}`;

export const DiallingSection = ({ control }: CampaignControl) => (
  <FormSection
    control={control}
    title="Dialling"
    names={[
      "ringTimeoutSeconds",
      "dialAttemptsMax",
      "decisionTimeoutSeconds",
      "recoveryMax",
      "timeLimitSeconds",
    ]}
    summary={({ ringTimeoutSeconds, dialAttemptsMax, recoveryMax, timeLimitSeconds, ...rest }) =>
      `${dialAttemptsMax} attempts of ${speakTyped(ringTimeoutSeconds)}${toWaitText(rest.decisionTimeoutSeconds)}${toRecoveryText(recoveryMax)}, at most ${speakTyped(timeLimitSeconds)} a call`
    }
  >
    <DiallingFields control={control} />
  </FormSection>
);

export const RecordingSection = ({ control }: CampaignControl) => {
  const { account } = useSession();
  return (
    <FormSection
      control={control}
      title="Recording"
      names={["recording"]}
      summary={({ recording }) => describeValue("recording", recording, account)}
    >
      <RecordingField control={control} />
    </FormSection>
  );
};

export const CallerIdSection = ({ control }: CampaignControl) => {
  const { account } = useSession();
  return (
    <FormSection
      control={control}
      title="Caller ID"
      names={["callerId"]}
      summary={({ callerId }) => describeValue("callerId", callerId, account)}
    >
      <CallerIdField control={control} />
    </FormSection>
  );
};

export const ApologySection = ({ control }: CampaignControl) => (
  <FormSection control={control} title="Apology" names={["apology"]} summary={({ apology }) => apology}>
    <ApologyField control={control} />
  </FormSection>
);

export const PlaceSection = ({ control }: CampaignControl) => (
  <FormSection
    control={control}
    title="Country and time zone"
    names={["country", "timeZone"]}
    summary={({ country, timeZone }) => `${toCountryName(country)}, ${toZoneCity(timeZone)}`}
  >
    <PlaceFields control={control} />
  </FormSection>
);
