import type { Demo } from "@ccp/contract";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { explainFailure } from "#api/errors.ts";
import { demoQuery } from "#api/settings-queries.ts";
import { ConfirmDialog } from "#components/confirm-dialog.tsx";
import { RunningDuration } from "#components/duration.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { useRemoveDemo } from "./use-demo.ts";

const nouns: Record<keyof Demo["counts"], { one: string; many: string }> = {
  campaigns: { one: "campaign", many: "campaigns" },
  numbers: { one: "number", many: "numbers" },
  publishers: { one: "publisher", many: "publishers" },
  buyers: { one: "buyer", many: "buyers" },
  targets: { one: "target", many: "targets" },
  calls: { one: "call with its money and recording", many: "calls with their money and recordings" },
};

const toCountText = ([key, count]: [string, number]): string => {
  const { one, many } = nouns[key as keyof Demo["counts"]];
  return `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;
};

/** Says what goes and what stays, then waits until it is gone. */
export const RemoveDemoDialog = ({ onClose }: { onClose: () => void }) => {
  const { data, error } = useQuery({ ...demoQuery, staleTime: 0 });
  const remove = useRemoveDemo(onClose);
  const [since, setSince] = useState(0);
  const start = (): void => {
    setSince(Date.now());
    remove.mutate();
  };
  return (
    <ConfirmDialog
      title="Remove the demo data?"
      text="It cannot be brought back into an account that has something of its own."
      action={{ text: "Remove demo data", busy: "Removing" }}
      isPending={remove.isPending}
      error={remove.error}
      onConfirm={start}
      onClose={onClose}
    >
      {remove.isPending ? <Progress since={since} /> : <WhatGoes demo={data} error={error} />}
    </ConfirmDialog>
  );
};

const WhatGoes = ({ demo, error }: { demo: Demo | undefined; error: Error | null }) => (
  <div className="mt-4 grid gap-4 sm:grid-cols-2">
    <div>
      <h3 className="mb-1 font-medium">This goes</h3>
      {error !== null && <p className="text-bad">{explainFailure(error)}</p>}
      {demo === undefined && error === null && <Skeleton className="mt-2 w-2/3" />}
      <ul className="grid gap-0.5 text-grey-11 tabular-nums">
        {demo !== undefined &&
          Object.entries(demo.counts).map((entry) => <li key={entry[0]}>{toCountText(entry)}</li>)}
      </ul>
    </div>
    <div>
      <h3 className="mb-1 font-medium">This stays</h3>
      <ul className="grid gap-0.5 text-grey-11">
        <li>The account, its users and API keys</li>
        <li>Everything you made yourself, and its calls</li>
        <li>The audit log of your own changes</li>
      </ul>
      <p className="mt-2 text-label text-grey-11">
        Where something of yours leads to demo data, it leads nowhere afterwards.
      </p>
    </div>
  </div>
);

const Progress = ({ since }: { since: number }) => (
  <div className="mt-4">
    <div
      role="progressbar"
      aria-label="Removing the demo data"
      className="h-1.5 overflow-hidden rounded-full bg-grey-5"
    >
      <div className="h-full w-full animate-pulse-soft bg-accent" />
    </div>
    <p className="mt-2 flex justify-between gap-4 text-grey-11">
      <span>
        Demo calls are hung up and settled, then everything is taken away. This can take half a minute.
      </span>
      <RunningDuration since={since} />
    </p>
  </div>
);
