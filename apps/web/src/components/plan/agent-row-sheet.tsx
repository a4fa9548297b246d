import { planAgentInput } from "@ccp/contract";
import { z } from "zod";
import { useQuery } from "@tanstack/react-query";
import { agentSkillsQuery } from "#api/agent-queries.ts";
import { useSession } from "#api/session.ts";
import { FilterField } from "#components/form/filter-field.tsx";
import { FormSheet } from "#components/form/form-sheet.tsx";
import { HoursField } from "#components/form/hours-field.tsx";
import { InheritedField } from "#components/form/inherited-field.tsx";
import { NumberField } from "#components/form/number-field.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { useCreateForm } from "#components/form/use-create-form.ts";
import { toTypedFilter, typedFilter } from "#lib/typed-filter.ts";
import { numberText } from "#lib/typed-fields.ts";
import { typedSkills } from "#lib/typed-skills.ts";
import { attemptsHint } from "./attempts-hint.ts";
import type { Overrides } from "./plan.ts";

const { shape } = planAgentInput;

const agentRowForm = z.strictObject({
  skills: typedSkills,
  filter: typedFilter,
  hours: shape.hours.unwrap(),
  ringTimeoutSeconds: z.null().or(numberText(shape.ringTimeoutSeconds.unwrap().unwrap())),
  dialAttemptsMax: numberText(shape.dialAttemptsMax.unwrap()),
});

type AgentRowSheetProps = {
  row: Overrides;
  name: string;
  onApply: (overrides: Overrides) => void;
  onClose: () => void;
};

/** Which calls a row of agents takes, and what one needs for them. */
export const AgentRowSheet = ({ row, name, onApply, onClose }: AgentRowSheetProps) => {
  const { account } = useSession();
  const { data } = useQuery(agentSkillsQuery);
  const known = data?.items.map(({ skill }) => skill).join(", ") ?? "";
  const record = useCreateForm({
    schema: agentRowForm,
    values: {
      skills: row.skills.join(", "),
      filter: toTypedFilter(row.filter),
      hours: row.hours,
      ringTimeoutSeconds: row.ringTimeoutSeconds === null ? null : String(row.ringTimeoutSeconds),
      dialAttemptsMax: String(row.dialAttemptsMax),
    },
    create: (body) => Promise.resolve(body),
    onCreated: (own) => {
      onApply({ ...own, revenue: null, concurrencyMax: null });
      onClose();
    },
  });
  const { control } = record.form;
  return (
    <FormSheet
      record={record}
      title={`Calls of ${name} in this plan`}
      description="What is set here holds for calls by this row only. It is saved with the plan."
      saveText="Apply"
      onClose={onClose}
    >
      <TextField
        control={control}
        name="skills"
        label="Skills needed"
        hint={`An agent needs all of them; with commas in between.${known === "" ? "" : ` In use: ${known}.`}`}
      />
      <FilterField
        control={control}
        name="filter"
        label="Which calls"
        hint="Only these; all of them without a rule."
        timeZone={account.timeZone}
      />
      <InheritedField
        control={control}
        name="ringTimeoutSeconds"
        label="Ring time"
        inherited={{ text: "Its own", from: "the campaign that dials" }}
        start="25"
      >
        <NumberField control={control} name="ringTimeoutSeconds" label="Ring time" unit="seconds" />
      </InheritedField>
      <NumberField
        control={control}
        name="dialAttemptsMax"
        label="Attempts in one call"
        unit="attempts"
        hint={attemptsHint}
      />
      <HoursField
        control={control}
        name="hours"
        label="Takes calls at hours of its own"
        hint="On the account's clock."
        off="Off: whenever an agent is available."
        timeZone={account.timeZone}
      />
    </FormSheet>
  );
};
