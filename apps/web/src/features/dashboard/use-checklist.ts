import { useMutation, useQuery } from "@tanstack/react-query";
import { useSearchParams } from "wouter";
import { client } from "#api/client.ts";
import { checklistQuery } from "#api/dashboard-queries.ts";
import { explainFailure } from "#api/errors.ts";
import { useMay } from "#api/session.ts";
import { useRenew } from "#api/use-renew.ts";
import { toast } from "#lib/toast.ts";

/** Asked for by the menu, it is shown to whoever asks and stays put away for all others. */
const parameter = "checklist";

/** The checklist while it is to be shown, and how to put it away for everybody. */
export const useChecklist = () => {
  const { data } = useQuery(checklistQuery);
  const [params, setParams] = useSearchParams();
  const mayAdminister = useMay("administer");
  const renew = useRenew();
  const { mutate } = useMutation({
    mutationFn: () => client.updateAccount({ body: { isChecklistHidden: true } }),
    onSuccess: renew,
    onError: (error) => toast.error(explainFailure(error)),
  });
  const isAskedFor = params.has(parameter);
  const hide = (): void => {
    if (isAskedFor) {
      setParams((known) => {
        const rest = new URLSearchParams(known);
        rest.delete(parameter);
        return rest;
      });
    }
    if (data?.isHidden === false && mayAdminister) mutate();
  };
  const isShown = data !== undefined && (isAskedFor || !(data.isHidden || data.isDone));
  return { checklist: isShown ? data : undefined, hide: isAskedFor || mayAdminister ? hide : undefined };
};
