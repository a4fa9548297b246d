import type { ReactNode } from "react";
import { Link } from "wouter";

type RelatedSectionProps = {
  title: string;
  /** The same as a whole page. */
  href: string;
  action: ReactNode;
  children: ReactNode;
};

/** A part of a noun's page that lists nouns of another kind. */
export const RelatedSection = ({ title, href, action, children }: RelatedSectionProps) => (
  <section aria-label={title} className="grid grid-cols-1 gap-3">
    <div className="flex min-h-8 flex-wrap items-center justify-between gap-2">
      <h2 className="text-section font-semibold">{title}</h2>
      <div className="flex items-center gap-3">
        <Link href={href} className="text-label text-grey-11 underline-offset-4 hover:underline">
          Open as a list
        </Link>
        {action}
      </div>
    </div>
    {children}
  </section>
);
