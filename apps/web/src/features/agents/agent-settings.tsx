import type { Agent } from "@ccp/contract";
import { client } from "#api/client.ts";
import { useSession } from "#api/session.ts";
import { useRenew } from "#api/use-renew.ts";
import { PageForm } from "#components/form/page-form.tsx";
import { showSaved } from "#components/form/show-saved.ts";
import { useEditForm } from "#components/form/use-edit-form.ts";
import { AgentFields } from "./agent-fields.tsx";
import { agentForm, toAgentValues } from "./agent-form.ts";

export const AgentSettings = ({ agent }: { agent: Agent }) => {
  const { account } = useSession();
  const renew = useRenew();
  const params = { id: agent.id };
  const record = useEditForm({
    schema: agentForm,
    noun: agent,
    toValues: toAgentValues,
    update: (body) => client.updateAgent({ params, body }),
    reload: () => client.getAgent({ params }),
    onSaved: (_, changes) => {
      showSaved(changes, account);
      void renew();
    },
  });
  return (
    <PageForm record={record} label="Settings of the agent" saveText="Save agent">
      <AgentFields form={record.form} user={agent.user} />
    </PageForm>
  );
};
