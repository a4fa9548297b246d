import { toDecision, type NumberResource } from "@ccp/contract";
import { describeRecall, ENGINE_VERSION, tryAgain, type Trial } from "@ccp/engine";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Route } from "lucide-react";
import { useSearchParams } from "wouter";
import { campaignQuery } from "#api/campaign-queries.ts";
import { client } from "#api/client.ts";
import { explainFailure, toApiFailure } from "#api/errors.ts";
import { planDraftQuery } from "#api/plan-queries.ts";
import { useTimeZone } from "#api/session.ts";
import { RoutingTrace } from "#components/call/routing-trace.tsx";
import { EmptyState } from "#components/states.tsx";
import { cn } from "#lib/cn.ts";
import { Button } from "#ui/button.tsx";
import { Card, CardTitle } from "#ui/card.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { DrawShares, drawsCount } from "./draw-shares.tsx";
import { TrialForm } from "./trial-form.tsx";
import { readTrialValues, toQuestion, writeTrialValues, type TrialValues } from "./trial-values.ts";
import { useTrial } from "./use-trial.ts";

const numbersMax = 200;

const useNumbers = (campaignId: string): readonly NumberResource[] | undefined => {
  const { data, error } = useQuery({
    queryKey: ["campaign-numbers", campaignId],
    queryFn: () => client.listNumbers({ query: { campaignId, limit: numbersMax } }),
  });
  return error === null ? data?.items : [];
};

const useHasDraft = (campaignId: string): boolean => {
  const { data: campaign } = useQuery(campaignQuery(campaignId));
  const { data: draft } = useQuery({
    ...planDraftQuery(campaign?.plan.id ?? ""),
    enabled: campaign !== undefined,
  });
  return draft !== undefined && draft !== null;
};

/** What the server objects to, in one line. */
const toObjection = (error: Error | null): string | undefined =>
  error === null ? undefined : (toApiFailure(error).details[0]?.message ?? explainFailure(error));

/** Asks where a call of the campaign would go, without making one. What is asked stands in the address. */
export const CampaignTester = ({ campaignId }: { campaignId: string }) => {
  const zone = useTimeZone();
  const queries = useQueryClient();
  const [params, setParams] = useSearchParams();
  const asked = readTrialValues(params);
  const question = toQuestion(asked, zone);
  const { data, error, isFetching, isPlaceholderData } = useTrial(campaignId, question);
  const numbers = useNumbers(campaignId);
  const hasDraft = useHasDraft(campaignId);
  const ask = (values: TrialValues): void => {
    void queries.invalidateQueries({ queryKey: ["campaign-facts", campaignId] });
    setParams((before) => writeTrialValues(before, values));
  };
  return (
    <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[20rem_minmax(0,1fr)]">
      <Card>
        <CardTitle>The call</CardTitle>
        {numbers === undefined ? (
          <Skeleton className="h-132" />
        ) : (
          <TrialForm
            key={JSON.stringify(asked)}
            asked={asked}
            numbers={numbers}
            hasDraft={hasDraft}
            isAsking={isFetching}
            objection={toObjection(error)}
            onAsk={ask}
          />
        )}
      </Card>
      <div className={cn("grid grid-cols-1 gap-4", isPlaceholderData && "opacity-60")}>
        {data === undefined ? (
          <EmptyState
            icon={Route}
            title="Where would a call go?"
            text="Say who calls. The routing decides as it would for that call; nobody is dialled and nothing is counted."
          />
        ) : (
          <TrialResult trial={data.trial} seed={data.question.seed} isNow={data.question.at === null} />
        )}
      </div>
    </div>
  );
};

type TrialResultProps = { trial: Trial; seed: string; isNow: boolean };

const TrialResult = ({ trial, seed, isNow }: TrialResultProps) => {
  const [params, setParams] = useSearchParams();
  const hasDraws = params.has("draws");
  const draw = (): void =>
    setParams((before) => {
      before.set("draws", String(drawsCount));
      return before;
    });
  if (trial.decided.engineVersion !== ENGINE_VERSION) {
    return (
      <p role="alert">The server has been brought up to date since this page was opened: load it anew.</p>
    );
  }
  return (
    <>
      <Card>
        <CardTitle>Where it would go</CardTitle>
        <RoutingTrace
          decisions={[toDecision({ ...trial, decided: tryAgain(trial, seed) })]}
          remembered={describeRecall({ arrived: trial.arrived, arrivedAt: trial.at })}
        />
        {!isNow && (
          <p className="mt-2 text-label text-grey-11">
            Hours and the periods of caps are those of that moment; calls in progress are those of now.
          </p>
        )}
      </Card>
      <Card>
        <CardTitle>Shares</CardTitle>
        {hasDraws ? (
          <DrawShares trial={trial} seed={seed} />
        ) : (
          <Button onClick={draw}>Run {drawsCount.toLocaleString("en-US")} draws</Button>
        )}
      </Card>
    </>
  );
};
