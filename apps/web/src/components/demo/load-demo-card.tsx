import { useQuery } from "@tanstack/react-query";
import { useMay } from "#api/session.ts";
import { demoQuery } from "#api/settings-queries.ts";
import { Button } from "#ui/button.tsx";
import { Card, CardTitle } from "#ui/card.tsx";
import { useLoadDemo } from "./use-demo.ts";

/** Offers the demonstration to an account that has nothing of its own yet; nothing at all to any other. */
export const LoadDemoCard = () => {
  const { data } = useQuery(demoQuery);
  const load = useLoadDemo();
  const mayAdminister = useMay("administer");
  if (!mayAdminister || data?.canLoad !== true) return null;
  return (
    <Card className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 flex-1 basis-80">
        <CardTitle className="mb-0">Look around first</CardTitle>
        <p className="max-w-160 text-grey-11">
          Load a made-up business: campaigns in three verticals, publishers, buyers with hours and limits, and
          a call every half a minute over a simulated carrier. It is marked as demo data on every page, and
          one click removes all of it.
        </p>
      </div>
      <Button disabled={load.isPending} onClick={() => load.mutate()}>
        {load.isPending ? "Loading" : "Load demo data"}
      </Button>
    </Card>
  );
};
