import type { Attention } from "@ccp/contract";
import { CircleCheck, TriangleAlert } from "lucide-react";
import { Link } from "wouter";
import { toCallsAddress } from "#lib/calls-address.ts";
import { formatPhone } from "#lib/format-phone.ts";
import { Card, CardTitle } from "#ui/card.tsx";
import { AttentionAction } from "./attention-action.tsx";

const toKey = ({ kind, id }: Attention): string => `${kind} ${id ?? ""}`;

/** What wants somebody's hand, each with the calls behind it and what can be done about it. */
export const AttentionCard = ({ items }: { items: readonly Attention[] }) => (
  <Card className="min-w-0">
    <CardTitle>Needs attention</CardTitle>
    {items.length === 0 ? (
      <p className="flex items-center gap-2 text-grey-11">
        <CircleCheck aria-hidden className="size-4 text-good" />
        Nothing. Targets answer, campaigns are served, every call is booked.
      </p>
    ) : (
      <ul role="list" aria-label="Needs attention" className="divide-y divide-grey-6">
        {items.map((item) => (
          <li
            key={toKey(item)}
            className="flex flex-wrap items-center gap-x-3 gap-y-1.5 py-2 first:pt-0 last:pb-0"
          >
            <TriangleAlert
              aria-hidden
              className="size-4 shrink-0 self-start text-warn max-md:mt-0.5 md:mt-1.5"
            />
            <p className="min-w-0 flex-1 basis-56">{formatPhone(item.sentence)}</p>
            <span className="ml-auto flex items-center gap-3">
              {item.filters !== null && item.count > 0 && (
                <Link
                  href={toCallsAddress(item.filters)}
                  className="text-label whitespace-nowrap text-grey-11 underline-offset-4 hover:text-accent-text hover:underline"
                >
                  See {item.count === 1 ? "the call" : `the ${item.count} calls`}
                </Link>
              )}
              <AttentionAction item={item} />
            </span>
          </li>
        ))}
      </ul>
    )}
  </Card>
);
