import {
  putAgentGroupMembersBody,
  type AgentGroup,
  type AgentGroupMembers,
  type ListedAgent,
} from "@ccp/contract";
import { useState } from "react";
import { useFormState, useWatch } from "react-hook-form";
import type { z } from "zod";
import { client } from "#api/client.ts";
import { useRenew } from "#api/use-renew.ts";
import { useEditForm } from "#components/form/use-edit-form.ts";
import { toast } from "#lib/toast.ts";

const membersForm = putAgentGroupMembersBody.pick({ items: true });

type MembersBody = z.output<typeof membersForm>;

const toValues = ({ items }: AgentGroupMembers): MembersBody => ({
  items: items.map(({ id }) => ({ agentId: id })),
});

type MembersOptions = { group: AgentGroup; members: AgentGroupMembers };

/** The members as they are being edited: saved as a whole, or not at all. */
export const useAgentMembers = ({ group, members }: MembersOptions) => {
  const renew = useRenew();
  const params = { id: group.id };
  const [added, setAdded] = useState<readonly ListedAgent[]>([]);
  const record = useEditForm({
    schema: membersForm,
    noun: members,
    toValues,
    update: ({ items = [], version }: Partial<MembersBody> & { version: number }) =>
      client.putAgentGroupMembers({ params, body: { items, version } }),
    reload: () => client.getAgentGroupMembers({ params }),
    onSaved: () => {
      toast.success(`Saved the members of ${group.name}`);
      void renew();
    },
  });
  const { control, setValue } = record.form;
  const { items } = useWatch({ control });
  const { isSubmitted } = useFormState({ control });
  const agentIds = (items as MembersBody["items"]).map(({ agentId }) => agentId);
  const known = new Map([...added, ...members.items].map((each) => [each.id, each]));
  const change = (next: readonly string[]): void =>
    setValue(
      "items",
      next.map((agentId) => ({ agentId })),
      { shouldDirty: true, shouldValidate: isSubmitted },
    );
  return {
    record,
    agentIds: agentIds as readonly string[],
    find: (id: string): ListedAgent | undefined => known.get(id),
    change,
    add: (agent: ListedAgent): void => {
      setAdded((others) => [...others, agent]);
      change([...agentIds, agent.id]);
    },
  };
};

export type EditedAgentMembers = ReturnType<typeof useAgentMembers>;
