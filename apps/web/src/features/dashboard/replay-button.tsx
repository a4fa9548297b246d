import { useMutation } from "@tanstack/react-query";
import { client } from "#api/client.ts";
import { explainFailure } from "#api/errors.ts";
import { useRenew } from "#api/use-renew.ts";
import { toast } from "#lib/toast.ts";
import { Button } from "#ui/button.tsx";

type Replays = { booked: number; refused: string | null };

/** Oldest first, as they happened; the first that is refused again says why. */
const replayAll = async (): Promise<Replays> => {
  const { items } = await client.listQuarantinedEvents({ query: { limit: 200 } });
  let booked = 0;
  for (const { id } of items.filter(({ replayedAt }) => replayedAt === null).toReversed()) {
    try {
      await client.replayQuarantinedEvent({ params: { id } });
      booked += 1;
    } catch (error) {
      return { booked, refused: explainFailure(error) };
    }
  }
  return { booked, refused: null };
};

/** Tries to book what could not be booked before. */
export const ReplayButton = () => {
  const renew = useRenew();
  const { mutate, isPending } = useMutation({
    mutationFn: replayAll,
    onSuccess: async ({ booked, refused }) => {
      const done = `Booked ${booked} event${booked === 1 ? "" : "s"}`;
      if (refused === null) toast.success(done);
      else toast.error(`${done}. ${refused}`);
      await renew();
    },
    onError: (error) => toast.error(explainFailure(error)),
  });
  return (
    <Button disabled={isPending} onClick={() => mutate()}>
      {isPending ? "Booking" : "Book them now"}
    </Button>
  );
};
