import type { Target, TargetCheckShown } from "@ccp/contract";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Check, CircleHelp, X } from "lucide-react";
import { useId, useMemo, useState, type SyntheticEvent } from "react";
import { useSearchParams } from "wouter";
import { client } from "#api/client.ts";
import { explainFailure, toApiFailure } from "#api/errors.ts";
import { useKeptUp } from "#api/use-kept-up.ts";
import { ZonedTime } from "#components/time.tsx";
import { formatPhone } from "#lib/format-phone.ts";
import { Badge } from "#ui/badge.tsx";
import { Button } from "#ui/button.tsx";
import { Card, CardTitle } from "#ui/card.tsx";
import { Input } from "#ui/input.tsx";
import { Label } from "#ui/label.tsx";
import { Skeleton } from "#ui/skeleton.tsx";

const parameter = "caller";

const useCheck = (id: string, from: string | null) => {
  const queryKey = useMemo(() => ["target-check", id, from], [id, from]);
  useKeptUp(queryKey);
  return useQuery({
    queryKey,
    queryFn: () => client.checkTarget({ params: { id }, body: { from } }),
    placeholderData: keepPreviousData,
  });
};

/** Every rule that a decision asks of the target, with its numbers, for a caller or for nobody in particular. */
export const TargetCheckCard = ({ target }: { target: Target }) => {
  const [params, setParams] = useSearchParams();
  const caller = params.get(parameter) ?? "";
  const { data, error, refetch } = useCheck(target.id, caller === "" ? null : caller);
  const ask = (text: string): void => {
    if (text === caller) void refetch();
    setParams((before) => {
      if (text === "") before.delete(parameter);
      else before.set(parameter, text);
      return before;
    });
  };
  return (
    <Card>
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <CardTitle className="mb-0">Would it take a call now?</CardTitle>
        {data !== undefined && <TakesBadge takes={data.takes} />}
      </div>
      <CallerForm key={caller} caller={caller} onAsk={ask} />
      {error !== null && (
        <p role="alert" className="mt-2 font-medium text-bad">
          {toApiFailure(error).details[0]?.message ?? explainFailure(error)}
        </p>
      )}
      {data === undefined && error === null && <Skeleton className="mt-3 h-40" />}
      {data !== undefined && <RuleList rules={data.rules} />}
    </Card>
  );
};

const TakesBadge = ({ takes }: Pick<TargetCheckShown, "takes">) => {
  if (takes === null) return <Badge tone="warn">Depends on the caller</Badge>;
  return takes ? <Badge tone="good">Yes</Badge> : <Badge tone="bad">No</Badge>;
};

type CallerFormProps = { caller: string; onAsk: (text: string) => void };

const CallerForm = ({ caller, onAsk }: CallerFormProps) => {
  const id = useId();
  const [text, setText] = useState(caller);
  const send = (event: SyntheticEvent): void => {
    event.preventDefault();
    onAsk(text.trim());
  };
  return (
    <form className="grid grid-cols-1 gap-1.5" onSubmit={send}>
      <Label htmlFor={id}>Caller</Label>
      <div className="flex gap-2">
        <Input
          id={id}
          type="text"
          autoComplete="off"
          placeholder="Nobody in particular"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="submit">Check</Button>
      </div>
    </form>
  );
};

const looks = {
  passes: { icon: Check, word: "Passes", color: "text-good" },
  fails: { icon: X, word: "Fails", color: "text-bad" },
  depends: { icon: CircleHelp, word: "Depends on the caller", color: "text-warn" },
} as const;

const RuleList = ({ rules }: Pick<TargetCheckShown, "rules">) => (
  <ol className="mt-3 grid gap-2">
    {rules.map(({ rule, verdict, sentence, until }) => {
      const { icon: Icon, word, color } = looks[verdict];
      return (
        <li key={rule} className="flex items-start gap-2">
          <Icon role="img" aria-label={word} className={`mt-0.5 size-4 shrink-0 ${color}`} />
          <span className="min-w-0">
            It {formatPhone(sentence)}
            {verdict === "fails" && until !== null && (
              <span className="block text-label text-grey-11">
                Until <ZonedTime at={Date.parse(until)} />
              </span>
            )}
          </span>
        </li>
      );
    })}
  </ol>
);
