import type { Campaign } from "@ccp/contract";
import { Link } from "wouter";
import { paths } from "#paths.ts";

/** What comes after the last target of the plan. */
export const FallbackLine = ({ campaign: { id, fallbackTarget } }: { campaign: Campaign }) => (
  <p className="text-grey-11">
    {fallbackTarget === null ? (
      "When none of them takes the call, the caller hears the apology. "
    ) : (
      <>
        When none of them takes the call,{" "}
        <Link
          href={paths.targets.page(fallbackTarget.id)}
          className="font-medium text-grey-12 underline-offset-4 hover:underline"
        >
          {fallbackTarget.name}
        </Link>{" "}
        is tried last, then the caller hears the apology.{" "}
      </>
    )}
    <Link
      href={paths.campaigns.page(id, "settings")}
      className="text-accent-text underline underline-offset-4"
    >
      Change the fallback
    </Link>
  </p>
);
