import { useQuery } from "@tanstack/react-query";
import { demoQuery } from "#api/settings-queries.ts";
import { Card, CardTitle } from "#ui/card.tsx";
import { DemoControls } from "./demo-controls.tsx";
import { LoadDemoCard } from "./load-demo-card.tsx";

/** The demonstration: to be loaded where there is nothing yet, to be paused and removed where it is. */
export const DemoCard = () => {
  const { data } = useQuery(demoQuery);
  if (data?.isLoaded !== true) return <LoadDemoCard />;
  const { campaigns, buyers, calls } = data.counts;
  return (
    <Card className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 flex-1 basis-80">
        <CardTitle className="mb-0">Demo data</CardTitle>
        <p className="text-grey-11 tabular-nums">
          {campaigns} campaigns, {buyers} buyers and {calls.toLocaleString("en-US")} calls here are made up.
        </p>
      </div>
      <DemoControls />
    </Card>
  );
};
