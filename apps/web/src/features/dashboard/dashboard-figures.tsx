import type { CallSummary, Dashboard } from "@ccp/contract";
import { paths } from "#paths.ts";
import { cn } from "#lib/cn.ts";
import { AttentionCard } from "./attention-card.tsx";
import { FigureTile } from "./figure-tile.tsx";
import { HoursCard } from "./hours-card.tsx";
import { LastCallsCard } from "#components/last-calls-card.tsx";
import { OutcomeCard } from "./outcome-card.tsx";
import { toTiles } from "./tiles.ts";
import { TopCard } from "./top-card.tsx";

type DashboardFiguresProps = {
  dashboard: Dashboard;
  lastCalls: readonly CallSummary[] | undefined;
  filters: Record<string, string>;
  /** Whether these are still the figures of the former filters. */
  isStale: boolean;
};

/** Is traffic healthy, is the money right, what needs me now. */
export const DashboardFigures = ({ dashboard, lastCalls, filters, isStale }: DashboardFiguresProps) => (
  <div
    aria-busy={isStale}
    className={cn("grid grid-cols-1 gap-4 transition-opacity duration-120", isStale && "opacity-50")}
  >
    <section aria-label="Today" className="grid grid-cols-2 gap-4 max-md:gap-2 xl:grid-cols-4">
      {toTiles(dashboard).map((tile) => (
        <FigureTile key={tile.label} tile={tile} />
      ))}
    </section>
    <AttentionCard items={dashboard.attention} />
    <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-[minmax(0,3fr)_minmax(0,1fr)]">
      <HoursCard dashboard={dashboard} />
      <OutcomeCard dashboard={dashboard} />
    </div>
    <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-2">
      <TopCard
        title="Top campaigns"
        noun="Campaign"
        rows={dashboard.topCampaigns}
        currency={dashboard.currency}
        toHref={({ noun }) => paths.campaigns.page(noun.id)}
      />
      <TopCard
        title="Top buyers"
        noun="Buyer"
        rows={dashboard.topBuyers}
        currency={dashboard.currency}
        toHref={({ noun }) => paths.buyers.page(noun.id)}
      />
    </div>
    <LastCallsCard calls={lastCalls} filters={filters} />
  </div>
);
