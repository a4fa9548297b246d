import type { TargetGroup, TargetGroupMembers } from "@ccp/contract";
import { useQuery } from "@tanstack/react-query";
import { targetGroupMembersQuery } from "#api/plan-queries.ts";
import { useMay } from "#api/session.ts";
import { FormBody } from "#components/form/form-body.tsx";
import { SaveBar } from "#components/form/save-bar.tsx";
import { AddListed } from "#components/plan/add-listed.tsx";
import { fetchListedTarget } from "#components/plan/fetch-listed.ts";
import { ErrorState } from "#components/states.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { MemberRows } from "./member-rows.tsx";
import { useMembers } from "./use-members.ts";

/** The targets that stand in the group, in its order. */
export const GroupMembers = ({ group }: { group: TargetGroup }) => {
  const { data, error, refetch } = useQuery(targetGroupMembersQuery(group.id));
  if (data !== undefined) return <MembersEditor group={group} members={data} />;
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return <Skeleton className="h-24" />;
};

type MembersEditorProps = { group: TargetGroup; members: TargetGroupMembers };

const MembersEditor = ({ group, members }: MembersEditorProps) => {
  const mayWrite = useMay("write");
  const edited = useMembers({ group, members });
  const { record, rows, add } = edited;
  return (
    <FormBody record={record} label="Members" className="grid max-w-280 grid-cols-1 gap-4">
      <fieldset disabled={!mayWrite} data-field="items" className="grid min-w-0 grid-cols-1 gap-4">
        <MemberRows strategy={group.strategy} members={edited} />
        {mayWrite && (
          <AddListed
            noun="targetId"
            word="target"
            hint="It takes calls wherever a plan lists this group."
            isListed={(id) => rows.some(({ targetId }) => targetId === id)}
            fetch={fetchListedTarget}
            onAdd={add}
          />
        )}
      </fieldset>
      {mayWrite && (
        <div className="sticky bottom-0 z-10 -mx-4 border-t border-grey-6 bg-grey-1 px-4 py-3">
          <SaveBar record={record} saveText="Save" />
        </div>
      )}
    </FormBody>
  );
};
