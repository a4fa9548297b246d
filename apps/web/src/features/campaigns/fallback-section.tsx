import { toFallbackText } from "@ccp/contract";
import { useWatch } from "react-hook-form";
import { FormSection } from "#components/form/form-section.tsx";
import { NounField } from "#components/form/noun-field.tsx";
import { NumberField } from "#components/form/number-field.tsx";
import { RadioField } from "#components/form/radio-field.tsx";
import { TextareaField } from "#components/form/textarea-field.tsx";
import type { CampaignControl } from "./campaign-fields.tsx";
import type { CampaignValues } from "./campaign-form.ts";
import { fallbackText } from "./fallback-form.ts";

const kinds = [
  { value: "apology", label: "The apology" },
  { value: "message", label: "A message", hint: "Spoken in its place; then the call ends." },
  {
    value: "voicemail",
    label: "Voicemail",
    hint: "The caller leaves a message, which is on the call's page. Nobody pays for it.",
  },
];

const names = [
  "fallbackTargetId",
  "fallbackAnswer.kind",
  "fallbackAnswer.text",
  "fallbackAnswer.greeting",
  "fallbackAnswer.maxSeconds",
] as const;

const toSummary = ({ fallbackTargetId, fallbackAnswer }: CampaignValues): string => {
  const { data } = fallbackText.safeParse(fallbackAnswer);
  const answer = data === undefined ? "not filled in" : toFallbackText(data).toLowerCase();
  return fallbackTargetId === "" ? `No target, ${answer}` : `A target, then ${answer}`;
};

/** What becomes of a call that none of the campaign's targets took. */
export const FallbackSection = ({ control }: CampaignControl) => {
  const kind = useWatch({ control, name: "fallbackAnswer.kind" });
  return (
    <FormSection control={control} title="Fallback" names={names} summary={toSummary}>
      <NounField
        control={control}
        name="fallbackTargetId"
        label="Fallback target"
        noun="targetId"
        none="No fallback target"
        hint="Tried once, after none of the campaign's targets took the call."
      />
      <RadioField
        control={control}
        name="fallbackAnswer.kind"
        label="When nobody takes the call, the caller gets"
        options={kinds}
      />
      {kind === "message" && (
        <TextareaField control={control} name="fallbackAnswer.text" label="What the caller hears then" />
      )}
      {kind === "voicemail" && (
        <>
          <TextareaField
            control={control}
            name="fallbackAnswer.greeting"
            label="Greeting"
            hint="Spoken before the tone."
          />
          <NumberField
            control={control}
            name="fallbackAnswer.maxSeconds"
            label="Longest message"
            unit="seconds"
            hint="10 to 600. A caller who says nothing for five seconds has finished."
          />
        </>
      )}
    </FormSection>
  );
};
