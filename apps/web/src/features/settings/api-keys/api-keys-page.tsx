import { useInfiniteQuery } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { useState } from "react";
import { apiKeysQuery } from "#api/settings-queries.ts";
import { useFormParam } from "#components/list-page/use-form-param.ts";
import { LoadMore } from "#components/load-more.tsx";
import { PageBody } from "#components/page-body.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { ShownOnceDialog } from "#components/shown-once-dialog.tsx";
import { EmptyState, ErrorState } from "#components/states.tsx";
import { paths } from "#paths.ts";
import { Button } from "#ui/button.tsx";
import { ApiKeyTable } from "./api-key-table.tsx";
import { NewApiKeySheet } from "./new-api-key-sheet.tsx";

const useApiKeys = () => {
  const { data, ...query } = useInfiniteQuery(apiKeysQuery);
  return { ...query, keys: data?.pages.flatMap(({ items }) => items) };
};

/** What programs use in a person's place. */
export const ApiKeysPage = () => {
  const { keys, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useApiKeys();
  const { form, open, close } = useFormParam();
  const [made, setMade] = useState<{ name: string; key: string } | null>(null);
  const create = (
    <Button variant="primary" onClick={() => open({ kind: "new" })}>
      Create API key
    </Button>
  );
  return (
    <PageBody>
      <PageHeader
        title="API keys"
        purpose="What programs use in a person's place; each has a role of its own."
      >
        {create}
      </PageHeader>
      {keys?.length === 0 ? (
        <EmptyState
          icon={KeyRound}
          title="No API keys yet"
          text="A program that reads calls or changes campaigns needs one. It sends the key as a bearer token; the API docs show each request."
        >
          <Button asChild>
            <a href={paths.apiDocs()}>Read the API docs</a>
          </Button>
        </EmptyState>
      ) : (
        <div className="-mx-4 mt-4 md:-mx-6">
          {keys === undefined && error !== null ? (
            <ErrorState error={error} onRetry={() => void refetch()} />
          ) : (
            <ApiKeyTable keys={keys} />
          )}
          {keys !== undefined && (
            <LoadMore
              hasMore={hasNextPage}
              isLoading={isFetchingNextPage}
              count={keys.length}
              noun={keys.length === 1 ? "API key" : "API keys"}
              onMore={() => void fetchNextPage()}
            />
          )}
        </div>
      )}
      {form?.kind === "new" && (
        <NewApiKeySheet
          onClose={close}
          onCreated={(key) => {
            setMade(key);
            close();
          }}
        />
      )}
      {made !== null && (
        <ShownOnceDialog
          title={`API key ${made.name}`}
          text="Copy it now and keep it like a password: it is not shown again. A lost key is revoked and replaced by a new one."
          label="API key"
          secret={made.key}
          onClose={() => setMade(null)}
        />
      )}
    </PageBody>
  );
};
