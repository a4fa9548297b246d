import type { CarrierAccount } from "@ccp/contract";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { client } from "#api/client.ts";
import { explainFailure } from "#api/errors.ts";
import { useMay } from "#api/session.ts";
import { useRenew } from "#api/use-renew.ts";
import { CopyButton } from "#components/copy-button.tsx";
import { Age } from "#components/time.tsx";
import { Badge } from "#ui/badge.tsx";
import { Button } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { RemoveCarrierDialog } from "./remove-carrier-dialog.tsx";
import { VerificationBadge } from "./verification-badge.tsx";
import { VerificationResult } from "./verification-result.tsx";

const carriers = { twilio: "Twilio", simulator: "Simulated" };

const useVerify = (id: number) => {
  const renew = useRenew();
  return useMutation({
    mutationFn: () => client.verifyCarrierAccount({ params: { id } }),
    onSuccess: renew,
  });
};

type CarrierAccountCardProps = { account: CarrierAccount; onEdit: () => void };

/** A carrier account, how it stands with the carrier, and what can be done about it. */
export const CarrierAccountCard = ({ account, onEdit }: CarrierAccountCardProps) => {
  const { id, name, carrier, accountRef, verification } = account;
  const verify = useVerify(id);
  const [isRemoving, setIsRemoving] = useState(false);
  const mayAdminister = useMay("administer");
  return (
    <Card aria-label={name}>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 basis-72">
          <div className="flex flex-wrap items-center gap-2">
            <h2 className="text-section font-semibold">{name}</h2>
            <Badge>{carriers[carrier]}</Badge>
            <VerificationBadge account={account} />
          </div>
          <p className="flex items-center gap-1 text-label text-grey-11">
            <span className="min-w-0 truncate font-mono">{accountRef}</span>
            <CopyButton text={accountRef} label="Copy the account SID" />
          </p>
          {verification !== null && (
            <p className="text-label text-grey-11">
              Last verified <Age at={Date.parse(verification.at)} />
            </p>
          )}
        </div>
        {mayAdminister && (
          <div className="flex flex-wrap gap-2">
            <Button disabled={verify.isPending} onClick={() => verify.mutate()}>
              {verify.isPending ? "Asking the carrier" : "Verify"}
            </Button>
            <Button onClick={onEdit}>Edit</Button>
            <Button onClick={() => setIsRemoving(true)}>Remove</Button>
          </div>
        )}
      </div>
      {verify.error !== null && (
        <p role="alert" className="mt-3 font-medium text-bad">
          {explainFailure(verify.error)}
        </p>
      )}
      {verify.data !== undefined && <VerificationResult verification={verify.data} />}
      {isRemoving && <RemoveCarrierDialog account={account} onClose={() => setIsRemoving(false)} />}
    </Card>
  );
};
