import type { Plan, PlanDraft, PlanRows } from "@ccp/contract";
import { useMutation, useQuery } from "@tanstack/react-query";
import { FilePen } from "lucide-react";
import { useState } from "react";
import { Link } from "wouter";
import { client } from "#api/client.ts";
import { planQuery } from "#api/plan-queries.ts";
import { useMay } from "#api/session.ts";
import { useRenew } from "#api/use-renew.ts";
import { ConfirmDialog } from "#components/confirm-dialog.tsx";
import { Age } from "#components/time.tsx";
import { toast } from "#lib/toast.ts";
import { paths } from "#paths.ts";
import { Button } from "#ui/button.tsx";
import { PublishDialog } from "./publish-dialog.tsx";

type DraftBarProps = {
  plan: Pick<Plan, "id" | "name">;
  rows: PlanRows;
  draft: PlanDraft;
  /** What is typed and not saved cannot be published. */
  isChanged: boolean;
  /** The draft is none any more. */
  onGone: () => void;
};

const toActor = ({ name, kind }: PlanDraft["savedBy"]): string => {
  if (kind === "system") return "CallCenter Pro";
  return name ?? (kind === "api-key" ? "a former API key" : "a former user");
};

/** That these rows are a draft, whose it is, and what can be done with it. */
export const DraftBar = ({ plan, rows, draft, isChanged, onGone }: DraftBarProps) => {
  const mayWrite = useMay("write");
  const { data } = useQuery(planQuery(plan.id));
  const [asking, setAsking] = useState<"publish" | "discard" | null>(null);
  const isBehind = data !== undefined && data.versionNumber !== draft.basedOn;
  const close = (): void => setAsking(null);
  return (
    <section
      aria-label="Draft"
      className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-card border border-warn bg-warn-soft px-3 py-2"
    >
      <FilePen aria-hidden className="size-4 shrink-0 text-warn" />
      <p className="min-w-0 grow basis-72">
        <span className="font-medium">Draft</span>, saved by {toActor(draft.savedBy)}{" "}
        <Age at={Date.parse(draft.savedAt)} />. Calls go by version {data?.versionNumber ?? draft.basedOn}{" "}
        until it is published.
        {isBehind && ` It was begun from version ${draft.basedOn}.`}
      </p>
      {mayWrite && (
        <span className="flex flex-wrap gap-2">
          <Button asChild>
            <Link href={`${paths.plans.page(plan.id, "test")}&rows=draft`}>Test it</Link>
          </Button>
          <Button asChild>
            <Link href={paths.plans.page(plan.id, "past-calls")}>Try on past calls</Link>
          </Button>
          <Button onClick={() => setAsking("discard")}>Discard the draft</Button>
          <Button
            variant="primary"
            disabled={isChanged || data === undefined}
            title={isChanged ? "Save the draft first" : undefined}
            onClick={() => setAsking("publish")}
          >
            Publish
          </Button>
        </span>
      )}
      {asking === "publish" && data !== undefined && (
        <PublishDialog plan={data} rows={rows} draft={draft} onPublished={onGone} onClose={close} />
      )}
      {asking === "discard" && <DiscardDialog plan={plan} onDiscarded={onGone} onClose={close} />}
    </section>
  );
};

type DiscardDialogProps = {
  plan: Pick<Plan, "id" | "name">;
  onDiscarded: () => void;
  onClose: () => void;
};

const DiscardDialog = ({ plan, onDiscarded, onClose }: DiscardDialogProps) => {
  const renew = useRenew();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => client.discardPlanDraft({ params: { id: plan.id } }),
    onSuccess: async () => {
      toast.success(`Discarded the draft of ${plan.name}`);
      onClose();
      await renew();
      onDiscarded();
    },
  });
  return (
    <ConfirmDialog
      title="Discard the draft?"
      text="Calls go on as they do now. What was to change stays on the plan's history."
      action={{ text: "Discard", busy: "Discarding" }}
      isPending={isPending}
      error={error}
      onConfirm={() => mutate()}
      onClose={onClose}
    />
  );
};
