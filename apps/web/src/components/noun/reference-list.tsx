import type { References } from "@ccp/contract";
import { Link } from "wouter";
import { formatPhone } from "#lib/format-phone.ts";
import { toNounPath } from "#components/noun-path.ts";
import { toNounWord } from "./noun-operations.ts";

/** Who uses this, each a link to where that can be changed. */
export const ReferenceList = ({ references: { items, total } }: { references: References }) => (
  <ul
    role="list"
    aria-label="Used by"
    className="mt-3 max-h-60 divide-y divide-grey-6 overflow-y-auto border-y border-grey-6"
  >
    {items.map(({ noun, id, name, how }) => (
      <li key={`${noun} ${id} ${how}`} className="py-1.5">
        <span className="text-grey-11">{toNounWord(noun)} </span>
        <Link href={toNounPath(noun, id) ?? ""} className="font-medium underline-offset-4 hover:underline">
          {formatPhone(name)}
        </Link>
        <span className="text-grey-11"> {how}</span>
      </li>
    ))}
    {total > items.length && <li className="py-1.5 text-grey-11">and {total - items.length} more</li>}
  </ul>
);
