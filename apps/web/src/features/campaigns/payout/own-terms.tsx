import { toPayoutText, type Campaign, type CampaignPayout, type Payout } from "@ccp/contract";
import { Plus, RotateCcw } from "lucide-react";
import { useState } from "react";
import { Link } from "wouter";
import { useMutation } from "@tanstack/react-query";
import { explainFailure } from "#api/errors.ts";
import { useSession } from "#api/session.ts";
import { ErrorState } from "#components/states.tsx";
import { StatusBadge } from "#components/status-badge.tsx";
import { formatMoney } from "#lib/format-money.ts";
import { toast } from "#lib/toast.ts";
import { paths } from "#paths.ts";
import { Button } from "#ui/button.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { Switch } from "#ui/switch.tsx";
import { OwnTermsSheet } from "./own-terms-sheet.tsx";
import { PayoutRules } from "./payout-rules.tsx";
import { toItem, useOwnTerms, type OwnTermsList } from "./use-own-terms.ts";

/** The publishers that the campaign pays by terms of their own, beside those that it has for all. */
export const OwnTerms = ({ campaign }: { campaign: Campaign }) => {
  const list = useOwnTerms(campaign);
  const [opened, setOpened] = useState<CampaignPayout | "new" | null>(null);
  return (
    <section aria-label="Publishers' own terms" className="grid grid-cols-1 gap-2">
      <div className="flex min-h-8 flex-wrap items-center justify-between gap-2">
        <h3 className="text-label font-medium">Publishers&rsquo; own terms</h3>
        <Button onClick={() => setOpened("new")}>
          <Plus aria-hidden />
          Add a publisher
        </Button>
      </div>
      <OwnTermsRows campaign={campaign} list={list} onOpen={setOpened} />
      {opened !== null && (
        <OwnTermsSheet
          campaign={campaign}
          listed={opened === "new" ? null : opened}
          list={list}
          onClose={() => setOpened(null)}
        />
      )}
    </section>
  );
};

const tellFailure = (error: Error): void => {
  toast.error(explainFailure(error));
};

/** What the campaign pays, with its rules where it has some. */
const toCampaignText = ({ payout, payoutRules }: Campaign, say: (terms: Payout | null) => string): string =>
  payoutRules.length === 0
    ? say(payout)
    : `by ${payoutRules.length === 1 ? "a rule" : `${payoutRules.length} rules`}, else ${say(payout)},`;

type RowsProps = { campaign: Campaign; list: OwnTermsList; onOpen: (listed: CampaignPayout) => void };

const OwnTermsRows = ({ campaign, list, onOpen }: RowsProps) => {
  if (list.items === undefined) {
    if (list.error !== null) return <ErrorState error={list.error} onRetry={list.retry} />;
    return <Skeleton className="h-9" />;
  }
  if (list.items.length === 0) {
    return <p className="text-label text-grey-11">None: every publisher is paid by the terms above.</p>;
  }
  return (
    <ul role="list" className="grid border-t border-grey-6">
      {list.items.map((listed) => (
        <OwnTermsRow
          key={listed.publisher.id}
          listed={listed}
          campaign={campaign}
          list={list}
          onOpen={onOpen}
        />
      ))}
    </ul>
  );
};

const OwnTermsRow = ({ listed, campaign, list, onOpen }: RowsProps & { listed: CampaignPayout }) => {
  const { currency } = useSession().account;
  const { publisher, publisherStatus, payout, enabled } = listed;
  const say = (terms: Payout | null): string =>
    toPayoutText(terms, (micros) => formatMoney(micros, currency));
  const change = useMutation({ mutationFn: (run: () => Promise<void>) => run(), onError: tellFailure });
  const reset = async (): Promise<void> => {
    await list.remove(publisher.id);
    toast.success(`${publisher.name} is paid ${toCampaignText(campaign, say)} from ${campaign.name}`);
  };
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-grey-6 py-2">
      <Switch
        aria-label={`${publisher.name} is paid by its own terms`}
        checked={enabled}
        disabled={change.isPending}
        onCheckedChange={(isOn) => change.mutate(() => list.set({ ...toItem(listed), enabled: isOn }))}
      />
      <div className="min-w-40 flex-1">
        <span className="flex items-center gap-1.5">
          <Link
            href={paths.publishers.page(publisher.id)}
            className="truncate font-medium underline-offset-4 hover:underline"
          >
            {publisher.name}
          </Link>
          {publisherStatus !== "active" && <StatusBadge status={publisherStatus} />}
        </span>
        <span className={enabled ? "block tabular-nums" : "block text-grey-11 tabular-nums line-through"}>
          {say(payout)}
        </span>
        <span className="block text-label text-grey-11 tabular-nums">
          {enabled ? "instead of" : "Off, so"} {toCampaignText(campaign, say)} from the campaign
        </span>
      </div>
      <div className="flex items-center gap-3 max-md:basis-full max-md:justify-end">
        <Button aria-label={`Change the terms of ${publisher.name}`} onClick={() => onOpen(listed)}>
          Change
        </Button>
        <Button
          variant="link"
          className="text-label [&_svg]:size-3"
          aria-label={`Reset ${publisher.name} to the campaign's terms`}
          disabled={change.isPending}
          onClick={() => change.mutate(reset)}
        >
          <RotateCcw aria-hidden />
          Reset
        </Button>
      </div>
      {enabled && (
        <div className="basis-full pl-11">
          <PayoutRules
            owner={publisher.name}
            rules={listed.rules}
            timeZone={campaign.timeZone}
            save={(rules) => list.set({ ...toItem(listed), rules })}
          />
        </div>
      )}
    </li>
  );
};
