import { Link } from "wouter";
import { formatPhone } from "#lib/format-phone.ts";
import { paths } from "#paths.ts";

type CallLinkProps = { id: string; caller: string | null };

/** A call in a row that leads elsewhere as a whole, named by who called. */
export const CallLink = ({ id, caller }: CallLinkProps) => (
  <Link
    href={paths.call(id)}
    className="pointer-events-auto relative z-2 tabular-nums underline-offset-4 hover:text-accent-text hover:underline"
  >
    {caller === null ? id : formatPhone(caller)}
  </Link>
);
