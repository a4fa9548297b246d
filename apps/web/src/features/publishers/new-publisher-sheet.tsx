import { createPublisherBody } from "@ccp/contract";
import { client } from "#api/client.ts";
import { publisherQuery } from "#api/party-queries.ts";
import { CloneSource } from "#components/noun/clone-source.tsx";
import { NewNamedSheet } from "#components/noun/name-form.tsx";
import type { NounSheetProps } from "#components/noun/noun-list.tsx";
import { toCloneName } from "#components/noun/to-clone-name.ts";

/** What both forms of a publisher hold. */
export const publisherForm = createPublisherBody.pick({ name: true });

export const publisherHint = "As your team and your reports call it.";

export const NewPublisherSheet = ({ cloneOf, onClose }: NounSheetProps) => (
  <CloneSource id={cloneOf} toQuery={publisherQuery} onClose={onClose}>
    {(source) => (
      <NewNamedSheet
        noun="publisher"
        word="publisher"
        hint={publisherHint}
        schema={publisherForm}
        description={
          source === null
            ? "Who brings calls, by the numbers that are theirs."
            : `Starts as a copy of ${source.name}, without its numbers.`
        }
        start={{ name: source === null ? "" : toCloneName(source.name) }}
        create={(body) => client.createPublisher({ body })}
        onClose={onClose}
      />
    )}
  </CloneSource>
);
