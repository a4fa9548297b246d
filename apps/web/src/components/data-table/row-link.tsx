import type { ReactNode } from "react";
import { Link } from "wouter";

type RowLinkProps = {
  rowKey: string;
  href: string;
  name?: string;
  isOpen: boolean;
  /** From one open drawer to the next is no step of its own for the back button. */
  isReplacing: boolean;
  className: string;
  children?: ReactNode;
};

export const findRowLink = (rowKey: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-row-link="${CSS.escape(rowKey)}"]`);

/** The one link that stands for a whole row. */
export const RowLink = ({ rowKey, href, name, isOpen, isReplacing, className, children }: RowLinkProps) => (
  <Link
    href={href}
    replace={isReplacing}
    data-row-link={rowKey}
    aria-label={name}
    aria-current={isOpen || undefined}
    className={className}
  >
    {children}
  </Link>
);
