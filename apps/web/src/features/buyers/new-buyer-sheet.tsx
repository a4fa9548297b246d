import { createBuyerBody } from "@ccp/contract";
import { client } from "#api/client.ts";
import { buyerQuery } from "#api/party-queries.ts";
import { CloneSource } from "#components/noun/clone-source.tsx";
import { NewNamedSheet } from "#components/noun/name-form.tsx";
import type { NounSheetProps } from "#components/noun/noun-list.tsx";
import { toCloneName } from "#components/noun/to-clone-name.ts";

const buyerForm = createBuyerBody.pick({ name: true });

export const buyerHint = "As your team and your reports call it.";

export const NewBuyerSheet = ({ cloneOf, onClose }: NounSheetProps) => (
  <CloneSource id={cloneOf} toQuery={buyerQuery} onClose={onClose}>
    {(source) => (
      <NewNamedSheet
        noun="buyer"
        word="buyer"
        hint={buyerHint}
        schema={buyerForm}
        description={
          source === null
            ? "Who pays for calls. Targets, where the calls go, come next."
            : `Starts as a copy of ${source.name}, without its targets.`
        }
        start={{ name: source === null ? "" : toCloneName(source.name) }}
        create={(body) =>
          client.createBuyer({ body: { ...body, repeatCallers: source?.repeatCallers ?? null } })
        }
        onClose={onClose}
      />
    )}
  </CloneSource>
);
