import type { ReactNode } from "react";

export type Fact = { label: string; value: ReactNode };

/** Labels and their values, one under the other. */
export const Facts = ({ facts }: { facts: readonly Fact[] }) => (
  <dl className="grid gap-2">
    {facts.map(({ label, value }) => (
      <div key={label} className="flex items-baseline justify-between gap-4">
        <dt className="shrink-0 text-grey-11">{label}</dt>
        <dd className="min-w-0 text-right break-words">{value}</dd>
      </div>
    ))}
  </dl>
);
