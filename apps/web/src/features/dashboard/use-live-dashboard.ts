import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { dashboardKey } from "#api/dashboard-queries.ts";
import { useBooked } from "#api/use-live.ts";
import { coalesce } from "#lib/coalesce.ts";

/** A busy account books many times a second; its figures are asked for this often at the most. */
const restMs = 3000;

/** Asks for the dashboard anew when calls are booked. */
export const useLiveDashboard = (): void => {
  const queries = useQueryClient();
  const ask = useMemo(
    () =>
      coalesce(
        () => queries.invalidateQueries({ queryKey: dashboardKey }),
        (task) => setTimeout(task, restMs),
      ),
    [queries],
  );
  useBooked(ask);
};
