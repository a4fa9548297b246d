import { useMutation } from "@tanstack/react-query";
import { client } from "#api/client.ts";
import { explainFailure } from "#api/errors.ts";
import { useRenew } from "#api/use-renew.ts";
import { toast } from "#lib/toast.ts";

const tell = (error: Error): unknown => toast.error(explainFailure(error));

export const useSetDemoTraffic = () =>
  useMutation({
    mutationFn: (traffic: "running" | "paused") => client.setDemoTraffic({ body: { traffic } }),
    onSuccess: useRenew(),
    onError: tell,
  });

export const useLoadDemo = () => {
  const renew = useRenew();
  return useMutation({
    mutationFn: () => client.loadDemo(),
    onSuccess: async () => {
      toast.success("The demo data is here; the first calls come in within a minute");
      await renew();
    },
    onError: tell,
  });
};

/** The answer comes when everything is gone; a failure is told by whoever asked. */
export const useRemoveDemo = (onRemoved: () => void) => {
  const renew = useRenew();
  return useMutation({
    mutationFn: () => client.removeDemo(),
    onSuccess: async () => {
      toast.success("Removed the demo data");
      onRemoved();
      await renew();
    },
  });
};
