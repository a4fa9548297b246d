import { useSession } from "#api/session.ts";
import { DemoControls } from "./demo-controls.tsx";

/** Says what on these pages is made up, for as long as anything is, and takes it away. */
export const DemoBanner = () => {
  const { account, testCalls } = useSession();
  const isDemo = account.demoTraffic !== null;
  if (!isDemo && !testCalls) return null;
  return (
    <aside
      aria-label="About this workspace"
      className="flex min-h-9 shrink-0 flex-wrap items-center justify-between gap-x-4 border-b border-grey-6 bg-grey-3 px-4 py-1 text-label text-grey-11 md:px-6"
    >
      <p className="min-w-0">
        <span className="font-medium text-grey-12">{isDemo ? "Demo data" : "Simulator mode"}</span>{" "}
        {isDemo && "Campaigns, buyers and calls here are made up. "}
        {testCalls && "Calls over the simulated carrier ring nobody and cost nothing."}
      </p>
      {isDemo && <DemoControls variant="ghost" className="h-7 px-2 text-label max-md:-ml-2 max-md:h-8" />}
    </aside>
  );
};
