import type { Agent } from "@ccp/contract";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useWatch } from "react-hook-form";
import { agentSkillsQuery } from "#api/agent-queries.ts";
import { useMay } from "#api/session.ts";
import { usersQuery } from "#api/settings-queries.ts";
import { NumberField } from "#components/form/number-field.tsx";
import { PhoneField } from "#components/form/phone-field.tsx";
import { RadioField } from "#components/form/radio-field.tsx";
import { SelectField } from "#components/form/select-field.tsx";
import { TextField } from "#components/form/text-field.tsx";
import type { RecordForm } from "#components/form/use-record-form.ts";
import type { AgentBody, AgentValues } from "./agent-form.ts";

type Form = RecordForm<AgentValues, AgentBody>["form"];

type AgentFieldsProps = { form: Form; user: Agent["user"] };

/** The settings of an agent, whether it is new or not; its status has a card of its own. */
export const AgentFields = ({ form, user }: AgentFieldsProps) => (
  <>
    <TextField control={form.control} name="name" label="Name" hint="As your team and the routing name it." />
    <DestinationFields form={form} />
    <SkillsField form={form} />
    <NumberField
      control={form.control}
      name="callsAtOnce"
      label="Calls at once"
      unit="calls"
      hint="From 1 to 20. With so many in progress it is passed over."
    />
    <NumberField
      control={form.control}
      name="wrapUpSeconds"
      label="Wrap-up"
      unit="seconds"
      hint="After a conversation no call is offered for so long; 0 for none."
    />
    <UserField form={form} user={user} />
  </>
);

const DestinationFields = ({ form: { control } }: { form: Form }) => {
  const kind = useWatch({ control, name: "destination.kind" });
  return (
    <>
      <RadioField
        control={control}
        name="destination.kind"
        label="Takes calls by"
        options={[
          { value: "phone", label: "Phone number" },
          { value: "sip", label: "SIP address" },
        ]}
      />
      {kind === "phone" ? (
        <PhoneField control={control} name="destination.address" label="Phone number" />
      ) : (
        <TextField
          control={control}
          name="destination.address"
          label="SIP address"
          spellCheck={false}
          hint="Such as sip:ann@pbx.example.com."
        />
      )}
    </>
  );
};

const SkillsField = ({ form }: { form: Form }) => {
  const { data } = useQuery(agentSkillsQuery);
  const known = data?.items.map(({ skill }) => skill).join(", ") ?? "";
  return (
    <TextField
      control={form.control}
      name="skills"
      label="Skills"
      hint={`With commas in between.${known === "" ? "" : ` In use: ${known}.`}`}
    />
  );
};

/** Who may not see users keeps the one that is set. */
const UserField = ({ form, user }: AgentFieldsProps) => {
  const maySeeUsers = useMay("administer");
  const { data } = useInfiniteQuery({ ...usersQuery, enabled: maySeeUsers });
  const own = user === null ? [] : [{ value: String(user.id), label: user.name }];
  const others = (data?.pages ?? [])
    .flatMap(({ items }) => items)
    .filter(({ id }) => id !== user?.id)
    .map(({ id, name }) => ({ value: String(id), label: name }));
  return (
    <SelectField
      control={form.control}
      name="userId"
      label="Signs in as"
      hint="Whoever signs in as this user sets the status from the menu at the top."
      options={[{ value: "0", label: "Nobody" }, ...own, ...others]}
    />
  );
};
