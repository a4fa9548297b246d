import { Pause, Play } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useMay, useSession } from "#api/session.ts";
import { Button, type ButtonProps } from "#ui/button.tsx";
import { useSetDemoTraffic } from "./use-demo.ts";

const RemoveDemoDialog = lazy(async () => ({
  default: (await import("./remove-demo-dialog.tsx")).RemoveDemoDialog,
}));

type DemoControlsProps = Pick<ButtonProps, "variant" | "className">;

/** Pauses the stream of demo calls, and removes everything that the demonstration made. */
export const DemoControls = (looks: DemoControlsProps) => {
  const { account, testCalls } = useSession();
  const isRunning = account.demoTraffic === "running";
  const traffic = useSetDemoTraffic();
  const [isRemoving, setIsRemoving] = useState(false);
  const mayWrite = useMay("write");
  const mayAdminister = useMay("administer");
  return (
    <div className="flex flex-wrap items-center gap-x-2">
      {mayWrite && (isRunning || testCalls) && (
        <Button
          {...looks}
          disabled={traffic.isPending}
          onClick={() => traffic.mutate(isRunning ? "paused" : "running")}
        >
          {isRunning ? <Pause aria-hidden /> : <Play aria-hidden />}
          {isRunning ? "Pause demo calls" : "Resume demo calls"}
        </Button>
      )}
      {mayAdminister && (
        <Button {...looks} onClick={() => setIsRemoving(true)}>
          Remove demo data
        </Button>
      )}
      {isRemoving && (
        <Suspense>
          <RemoveDemoDialog onClose={() => setIsRemoving(false)} />
        </Suspense>
      )}
    </div>
  );
};
