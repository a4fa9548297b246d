import { verticals } from "@ccp/contract";
import type { Control } from "react-hook-form";
import { CountryField } from "#components/form/country-field.tsx";
import { NumberField } from "#components/form/number-field.tsx";
import { RadioField } from "#components/form/radio-field.tsx";
import { SelectField } from "#components/form/select-field.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { TextareaField } from "#components/form/textarea-field.tsx";
import { TimeZoneField } from "#components/form/time-zone-field.tsx";
import type { CampaignBody, CampaignValues } from "./campaign-form.ts";

export type CampaignControl = { control: Control<CampaignValues, unknown, CampaignBody> };

export const verticalOptions = verticals.map(({ id, label }) => ({ value: id, label }));

export const BasicsFields = ({ control }: CampaignControl) => (
  <>
    <TextField control={control} name="name" label="Name" />
    <SelectField control={control} name="vertical" label="Vertical" options={verticalOptions} />
  </>
);

export const PlaceFields = ({ control }: CampaignControl) => (
  <>
    <CountryField
      control={control}
      name="country"
      label="Country"
      hint="How phone numbers that are written without a country code are read."
    />
    <TimeZoneField
      control={control}
      name="timeZone"
      label="Time zone"
      hint="At whose midnight the campaign's day begins."
    />
  </>
);

export const DiallingFields = ({ control }: CampaignControl) => (
  <>
    <NumberField
      control={control}
      name="ringTimeoutSeconds"
      label="Ring time"
      unit="seconds"
      hint="How long a target rings before the next one is tried; a target may set its own."
    />
    <NumberField
      control={control}
      name="dialAttemptsMax"
      label="Dial attempts"
      unit="attempts"
      hint="How many targets one caller is offered to before hearing the apology."
    />
    <NumberField
      control={control}
      name="decisionTimeoutSeconds"
      label="Time to connect"
      unit="seconds"
      hint="How long a caller may wait for somebody to answer, 10 to 600; empty means no limit. Then the fallback takes the call, and whoever rings last rings no longer than is left."
    />
    <NumberField
      control={control}
      name="recoveryMax"
      label="Revenue recovery"
      unit="times"
      hint="How often a caller is handed to the next target when one hangs up before the call converts, 1 to 5; empty means never. The target that hung up never pays for the call."
    />
    <NumberField
      control={control}
      name="timeLimitSeconds"
      label="Longest call"
      unit="seconds"
      hint="A call that still goes on after this long is ended."
    />
  </>
);

export const recordingOptions = [
  { value: "off", label: "Off" },
  { value: "from-answer", label: "From the answer", hint: "Both sides are recorded once a target answers." },
] as const;

export const RecordingField = ({ control }: CampaignControl) => (
  <RadioField
    control={control}
    name="recording"
    label="Recording"
    hint="Many places require that both sides are told; see to it before you turn this on."
    options={recordingOptions}
  />
);

export const CallerIdField = ({ control }: CampaignControl) => (
  <RadioField
    control={control}
    name="callerId"
    label="What the target sees"
    options={[
      { value: "caller", label: "The caller's number", hint: "Targets can call back." },
      { value: "number", label: "The dialled number", hint: "Targets see which of your numbers was called." },
    ]}
  />
);

export const ApologyField = ({ control }: CampaignControl) => (
  <TextareaField
    control={control}
    name="apology"
    label="What the caller hears when nobody answers"
    hint="Spoken before the call ends, and to callers of a paused campaign as well."
  />
);
