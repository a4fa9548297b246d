import { useMutation } from "@tanstack/react-query";
import { client } from "#api/client.ts";
import { explainFailure } from "#api/errors.ts";
import { useRenew } from "#api/use-renew.ts";
import { toast } from "#lib/toast.ts";
import { Button } from "#ui/button.tsx";

/** Connects the carrier that rings nobody. */
export const ConnectSimulator = () => {
  const renew = useRenew();
  const { mutate, isPending } = useMutation({
    mutationFn: () => client.connectSimulator(),
    onSuccess: async () => {
      toast.success("Connected the simulated carrier");
      await renew();
    },
    onError: (error) => toast.error(explainFailure(error)),
  });
  return (
    <Button disabled={isPending} onClick={() => mutate()}>
      {isPending ? "Connecting" : "Connect the simulated carrier"}
    </Button>
  );
};
