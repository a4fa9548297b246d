import { client } from "#api/client.ts";
import { FormSheet } from "#components/form/form-sheet.tsx";
import { useCreateForm } from "#components/form/use-create-form.ts";
import type { NounSheetProps } from "#components/noun/noun-list.tsx";
import { useCreated } from "#components/noun/use-created.ts";
import { AgentFields } from "./agent-fields.tsx";
import { agentForm, newAgent } from "./agent-form.ts";

export const NewAgentSheet = ({ onClose }: NounSheetProps) => {
  const record = useCreateForm({
    schema: agentForm,
    values: newAgent,
    create: (body) => client.createAgent({ body }),
    onCreated: useCreated("agent"),
  });
  return (
    <FormSheet
      record={record}
      title="New agent"
      description="A person of the account who takes calls. It is away until somebody says that it is available."
      saveText="Create agent"
      onClose={onClose}
    >
      <AgentFields form={record.form} user={null} />
    </FormSheet>
  );
};
