import { useQueryClient } from "@tanstack/react-query";
import { useBooked } from "./use-live.ts";

/** Only what is on the screen is kept up with what is booked; whatever else is known is asked for anew when it is seen again. */
export const useStaleUnseen = (): void => {
  const queries = useQueryClient();
  useBooked(() => void queries.invalidateQueries({ type: "inactive", refetchType: "none" }));
};
