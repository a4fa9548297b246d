import type { Agent, SetAgentStatus } from "@ccp/contract";
import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { client } from "#api/client.ts";
import { useSession } from "#api/session.ts";
import { useRenew } from "#api/use-renew.ts";
import { ConfirmDialog } from "#components/confirm-dialog.tsx";
import { toast } from "#lib/toast.ts";
import { Button } from "#ui/button.tsx";
import { Input } from "#ui/input.tsx";

type Status = SetAgentStatus["status"];

const texts: Record<Status, { button: string; said: string; means: string }> = {
  available: {
    button: "Set available",
    said: "is available",
    means: "Calls are offered from now on. A wrap-up ends.",
  },
  away: {
    button: "Set away",
    said: "is away",
    means: "No calls are offered until somebody says otherwise. A call in progress goes on.",
  },
};

type SetStatusButtonProps = { agents: readonly Pick<Agent, "id" | "name" | "user">[]; status: Status };

/** Says how agents stand: at once of oneself, with a reason of others. */
export const SetStatusButton = ({ agents, status }: SetStatusButtonProps) => {
  const { user } = useSession();
  const [isAsking, setIsAsking] = useState(false);
  const isOwn = agents.every((agent) => agent.user !== null && agent.user.id === user?.id);
  const save = useSave(agents, status, () => setIsAsking(false));
  return (
    <>
      <Button disabled={save.isPending} onClick={() => (isOwn ? save.mutate("") : setIsAsking(true))}>
        {texts[status].button}
      </Button>
      {isAsking && (
        <ReasonDialog
          agents={agents}
          status={status}
          isPending={save.isPending}
          error={save.error}
          onConfirm={save.mutate}
          onClose={() => setIsAsking(false)}
        />
      )}
    </>
  );
};

const useSave = (agents: SetStatusButtonProps["agents"], status: Status, onDone: () => void) => {
  const renew = useRenew();
  return useMutation({
    mutationFn: async (reason: string) => {
      for (const { id } of agents) await client.setAgentStatus({ params: { id }, body: { status, reason } });
    },
    onSuccess: () => {
      const [only] = agents;
      toast.success(
        agents.length === 1
          ? `${only?.name} ${texts[status].said}`
          : `${agents.length} agents: ${texts[status].button.toLowerCase()}`,
      );
      onDone();
    },
    // Some of several may have been set before one was refused.
    onSettled: () => void renew(),
  });
};

type ReasonDialogProps = SetStatusButtonProps & {
  isPending: boolean;
  error: Error | null;
  onConfirm: (reason: string) => void;
  onClose: () => void;
};

const ReasonDialog = ({ agents, status, onConfirm, ...dialog }: ReasonDialogProps) => {
  const id = useId();
  const [reason, setReason] = useState("");
  const name = agents.length === 1 ? agents[0]?.name : `${agents.length} agents`;
  return (
    <ConfirmDialog
      {...dialog}
      title={`${texts[status].button}: ${name}`}
      text={`${texts[status].means} The reason is kept on the audit trail.`}
      action={{ text: texts[status].button, busy: "Saving", isHarmless: true }}
      onConfirm={() => onConfirm(reason.trim())}
    >
      <label htmlFor={id} className="mt-3 block text-label font-medium">
        Reason
      </label>
      <Input
        id={id}
        className="mt-1.5"
        autoComplete="off"
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </ConfirmDialog>
  );
};
