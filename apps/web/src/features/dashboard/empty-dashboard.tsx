import type { Attention } from "@ccp/contract";
import { LoadDemoCard } from "#components/demo/load-demo-card.tsx";
import { AttentionCard } from "./attention-card.tsx";

/** Before the first call: what to do stands above, what could be looked at instead here. */
export const EmptyDashboard = ({ attention }: { attention: readonly Attention[] }) => (
  <>
    {attention.length > 0 && <AttentionCard items={attention} />}
    <LoadDemoCard />
  </>
);
