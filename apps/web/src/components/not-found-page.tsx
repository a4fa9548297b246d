import { Compass } from "lucide-react";
import { Link } from "wouter";
import { paths } from "#paths.ts";
import { Button } from "#ui/button.tsx";
import { PageBody } from "./page-body.tsx";
import { PageHeader } from "./page-header.tsx";
import { EmptyState } from "./states.tsx";

export const NotFoundPage = () => (
  <PageBody>
    <PageHeader title="No such page" />
    <EmptyState
      icon={Compass}
      title="Nothing is at this address"
      text="It may have been mistyped, or the page has moved."
    >
      <Button asChild>
        <Link href={paths.calls()}>To the call log</Link>
      </Button>
    </EmptyState>
  </PageBody>
);
