import type { CallDetail, Decision } from "@ccp/contract";
import { TraceTable } from "#components/trace-table.tsx";
import { Time } from "#components/time.tsx";
import { formatPhone } from "#lib/format-phone.ts";

const toTitle = ({ step }: Decision): string =>
  step === 0 ? "When the call came in" : `After attempt ${step}`;

/** What was known of the caller, and every decision about the call: its sentence, every candidate, and what it takes to repeat it. */
export const RoutingTrace = ({ decisions, remembered }: Pick<CallDetail, "decisions" | "remembered">) => (
  <>
    {remembered !== null && <p className="mb-4">{remembered}</p>}
    {decisions.length === 0 && <p className="text-grey-11">No decision has been booked for this call.</p>}
    <div className="grid gap-6">
      {decisions.map((decision) => (
        <DecisionView key={decision.step} decision={decision} />
      ))}
    </div>
  </>
);

const DecisionView = ({ decision }: { decision: Decision }) => (
  <section className="grid gap-2">
    <h3 className="flex flex-wrap items-baseline gap-x-2 text-label font-medium text-grey-11">
      {toTitle(decision)}
      <Time at={Date.parse(decision.at)} className="font-normal" />
    </h3>
    <p>{formatPhone(decision.sentence)}</p>
    {decision.candidates.length > 0 && (
      <TraceTable label={`Candidates, ${toTitle(decision).toLowerCase()}`} candidates={decision.candidates} />
    )}
    <p className="text-label text-grey-11">
      Routing book {decision.bookRevision} · engine {decision.engineVersion} · seed{" "}
      <span className="font-mono break-all">{decision.seed}</span>
    </p>
  </section>
);
