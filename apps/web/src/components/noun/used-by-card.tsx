import type { ConfigurationNoun } from "@ccp/contract";
import { useQuery } from "@tanstack/react-query";
import { explainFailure } from "#api/errors.ts";
import { referencesQuery } from "#api/party-queries.ts";
import { Card, CardTitle } from "#ui/card.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import type { Id } from "./noun-operations.ts";
import { ReferenceList } from "./reference-list.tsx";

type UsedByCardProps = {
  noun: ConfigurationNoun;
  id: Id;
  /** What it means that nothing uses it, and what would change that. */
  unused: string;
};

/** What uses this noun and would miss it. */
export const UsedByCard = ({ noun, id, unused }: UsedByCardProps) => {
  const { data, error } = useQuery(referencesQuery(noun, String(id)));
  return (
    <Card>
      <CardTitle>Used by</CardTitle>
      {data === undefined && error === null && <Skeleton className="w-2/3" />}
      {data === undefined && error !== null && <p className="text-bad">{explainFailure(error)}</p>}
      {data?.total === 0 && <p className="text-grey-11">{unused}</p>}
      {data !== undefined && data.total > 0 && <ReferenceList references={data} />}
    </Card>
  );
};
