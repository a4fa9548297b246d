import type { CarrierAccount } from "@ccp/contract";
import { CircleCheck, CircleHelp, TriangleAlert } from "lucide-react";
import { Badge } from "#ui/badge.tsx";

/** Whether the carrier itself was asked, and was content. The simulated one needs no proof. */
export const VerificationBadge = ({ account: { carrier, verification } }: { account: CarrierAccount }) => {
  if (verification === null) {
    if (carrier === "simulator") return null;
    return (
      <Badge tone="warn">
        <CircleHelp aria-hidden />
        Not verified yet
      </Badge>
    );
  }
  return verification.isVerified ? (
    <Badge tone="good">
      <CircleCheck aria-hidden />
      Verified
    </Badge>
  ) : (
    <Badge tone="bad">
      <TriangleAlert aria-hidden />
      Something is wrong
    </Badge>
  );
};
