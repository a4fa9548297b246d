import { parseFilterText } from "@ccp/contract";
import type { ReactNode } from "react";

const shownMax = 2;

type FilterWordsProps = { value: string; renderName: (id: string) => ReactNode };

/** "is Active or Paused", "is not Acme", "is Acme, Bright or 3 more". */
export const FilterWords = ({ value, renderName }: FilterWordsProps) => {
  const { isNot, values } = parseFilterText(value);
  const shown = values.slice(0, shownMax);
  const more = values.length - shown.length;
  return (
    <>
      <span className="text-grey-11">{isNot ? "is not" : "is"}</span>{" "}
      {shown.map((id, index) => (
        <span key={id}>
          {index > 0 && <span className="text-grey-11">{more > 0 ? ", " : " or "}</span>}
          {renderName(id)}
        </span>
      ))}
      {more > 0 && <span className="text-grey-11"> or {more} more</span>}
    </>
  );
};
