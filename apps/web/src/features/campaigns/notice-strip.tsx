import type { Campaign } from "@ccp/contract";
import { useQuery } from "@tanstack/react-query";
import { TriangleAlert } from "lucide-react";
import { Link } from "wouter";
import { planRowsQuery } from "#api/plan-queries.ts";
import { judgeMembers } from "#components/plan/group-standing.ts";
import { useJudge } from "#components/plan/use-judge.ts";
import { paths } from "#paths.ts";
import { listNotices } from "./notices.ts";

/** Says what keeps the campaign's calls from being answered. */
export const NoticeStrip = ({ campaign }: { campaign: Campaign }) => {
  const { data } = useQuery(planRowsQuery(campaign.plan.id));
  const judge = useJudge({ planId: campaign.plan.id, campaignId: campaign.id });
  if (data === undefined) return null;
  // Who is served by agents is at work or not; that is told where agents are.
  if (data.items.some(({ kind, enabled }) => enabled && (kind === "agent" || kind === "agent-group")))
    return null;
  const standings = data.items.flatMap((row) => {
    if (row.kind === "target") return [judge(row.target, row)];
    return row.kind === "group" ? judgeMembers(row, judge) : [];
  });
  const notices = listNotices(campaign, standings);
  if (notices.length === 0) return null;
  return (
    <ul
      role="list"
      aria-label="Warnings"
      className="mt-3 grid gap-1 rounded-card bg-warn-soft px-3 py-2 text-grey-12"
    >
      {notices.map(({ text, tab, action }) => (
        <li key={tab} className="flex items-start gap-2">
          <TriangleAlert aria-label="Warning:" className="mt-0.5 size-4 shrink-0 text-warn" />
          <span className="min-w-0">
            {text}{" "}
            <Link
              href={paths.campaigns.page(campaign.id, tab)}
              className="font-medium underline underline-offset-4"
            >
              {action}
            </Link>
          </span>
        </li>
      ))}
    </ul>
  );
};
