import type { NumberResource } from "@ccp/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import { client } from "#api/client.ts";
import { numberQuery } from "#api/party-queries.ts";
import { ConfirmDialog } from "#components/confirm-dialog.tsx";
import { useFigures } from "#components/noun/use-figures.ts";
import { Age } from "#components/time.tsx";
import { formatPhone } from "#lib/format-phone.ts";
import { toast } from "#lib/toast.ts";
import { paths } from "#paths.ts";
import { Button } from "#ui/button.tsx";

/** Takes a number out for good, after saying what its calls were. */
export const RemoveNumberButton = ({ number }: { number: NumberResource }) => {
  const [isAsking, setIsAsking] = useState(false);
  const [, navigate] = useLocation();
  const queries = useQueryClient();
  const name = formatPhone(number.number);
  const remove = useMutation({
    mutationFn: () => client.removeNumber({ params: { id: number.id } }),
    onSuccess: () => {
      toast.success(`Removed ${name}`);
      navigate(paths.numbers.list());
      // All but the number itself, which is not there to be asked for.
      const [own] = numberQuery(String(number.id)).queryKey;
      void queries.invalidateQueries({ predicate: ({ queryKey: [kind] }) => kind !== own });
    },
  });
  return (
    <>
      <Button onClick={() => setIsAsking(true)}>Remove</Button>
      {isAsking && (
        <ConfirmDialog
          title={`Remove ${name}?`}
          text="New calls to it are refused. Its calls so far stay in the call log. It remains yours at the carrier and can be entered again."
          action={{ text: "Remove number", busy: "Removing" }}
          isPending={remove.isPending}
          error={remove.error}
          onConfirm={() => remove.mutate()}
          onClose={() => setIsAsking(false)}
        >
          <LastUse number={number} />
        </ConfirmDialog>
      )}
    </>
  );
};

const LastUse = ({ number: { id } }: { number: NumberResource }) => {
  const figures = useFigures("number", [id])?.find(id);
  if (figures === undefined) return null;
  if (figures === null) return <p className="mt-3">It never had a call.</p>;
  return (
    <p className="mt-3 font-medium">
      Its last call came <Age at={Date.parse(figures.lastCall.arrivedAt)} />; {figures.month} this month,{" "}
      {figures.live} live now.
    </p>
  );
};
