import { toProtectionText } from "@ccp/contract";
import { useWatch, type Control, type FieldValues } from "react-hook-form";
import { FormSection } from "#components/form/form-section.tsx";
import { RadioField } from "#components/form/radio-field.tsx";
import { typedProtection, type ProtectionValues } from "#lib/typed-repeat.ts";
import { WindowFields } from "./window-fields.tsx";

type Protected = { repeatCallers: ProtectionValues };

type ProtectionSectionProps<Values extends FieldValues & Protected, Body> = {
  control: Control<Values, unknown, Body>;
  /** Whose callers these are, in a sentence. */
  hint: string;
  isOpenAtFirst: boolean;
};

const options = [
  { value: "off", label: "Are taken like all others" },
  { value: "days", label: "Are refused for some days" },
  { value: "ever", label: "Are refused for ever" },
];

const events = [
  {
    value: "connected",
    label: "Once they were connected",
    hint: "Also while a first call is still ringing here.",
  },
  {
    value: "converted",
    label: "Once they converted",
    hint: "Also while a first call may still convert.",
  },
];

const names = ["repeatCallers.window.days"] as const;

const toSummary = ({ repeatCallers }: Protected): string => {
  const { success, data } = typedProtection.safeParse(repeatCallers);
  return success ? toProtectionText(data) : "Not filled in yet";
};

/** Whether callers are taken again, in any form that holds it as `repeatCallers`. */
export const ProtectionSection = <Values extends FieldValues & Protected, Body>(
  props: ProtectionSectionProps<Values, Body>,
) => {
  // Whatever else the form holds, these fields are in it.
  const control = props.control as unknown as Control<Protected>;
  const kind = useWatch({ control, name: "repeatCallers.window.kind" });
  return (
    <FormSection
      control={control}
      title="Repeat callers"
      names={names}
      summary={toSummary}
      isOpenAtFirst={props.isOpenAtFirst}
    >
      <WindowFields
        control={control}
        names={{ kind: "repeatCallers.window.kind", days: "repeatCallers.window.days" }}
        label="Callers who call again"
        hint={props.hint}
        options={options}
      />
      {kind !== "off" && (
        <RadioField control={control} name="repeatCallers.after" label="They are refused" options={events} />
      )}
    </FormSection>
  );
};
