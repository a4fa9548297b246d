import type { Cell } from "@ccp/contract";
import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { useSession } from "#api/session.ts";
import { Count } from "#components/count.tsx";
import { Dash, Duration } from "#components/duration.tsx";
import { Money } from "#components/money.tsx";
import { Percent } from "#components/percent.tsx";
import { Phone } from "#components/phone.tsx";
import { StatusBadge } from "#components/status-badge.tsx";
import { Time } from "#components/time.tsx";
import { toNounPath } from "#components/noun-path.ts";

type NounCell = Extract<Cell, { kind: "noun" }>;

/** A noun leads to its own page, although the row as a whole leads elsewhere. */
const NounCellLink = ({ cell: { noun, id, name } }: { cell: NounCell }) => {
  const to = toNounPath(noun, id);
  if (to === null) return name;
  return (
    <Link
      href={to}
      title={name}
      className="pointer-events-auto relative z-2 underline-offset-4 hover:text-accent-text hover:underline"
    >
      {name}
    </Link>
  );
};

const MoneyCell = ({ micros, currency }: { micros: string; currency: string | null }) => {
  const { account } = useSession();
  return <Money micros={micros} currency={currency ?? account.currency} />;
};

const views: { [Kind in Cell["kind"]]: (cell: Extract<Cell, { kind: Kind }>) => ReactNode } = {
  text: ({ text }) => (text === null || text === "" ? null : <span title={text}>{text}</span>),
  id: ({ id }) => (
    <span className="font-mono" title={id}>
      {id}
    </span>
  ),
  phone: ({ number }) => number && <Phone number={number} />,
  time: ({ at }) => at && <Time at={Date.parse(at)} />,
  duration: ({ seconds }) => seconds !== null && <Duration seconds={seconds} />,
  money: ({ micros, currency }) => micros !== null && <MoneyCell micros={micros} currency={currency} />,
  count: ({ value }) => value !== null && <Count value={value} />,
  percent: ({ share }) => share !== null && <Percent share={share} />,
  status: ({ status }) => status && <StatusBadge status={status} />,
  flag: ({ isSet }) =>
    isSet && (
      <>
        <Check aria-hidden className="mr-1 inline size-3.5 align-text-bottom" />
        Yes
      </>
    ),
  noun: (cell) => <NounCellLink cell={cell} />,
  none: () => null,
};

const toView = (cell: Cell): ReactNode => (views[cell.kind] as (cell: Cell) => ReactNode)(cell);

/** A cell of the contract's column as the console shows it; a dash where there is nothing. */
export const CellView = ({ cell }: { cell: Cell }) => toView(cell) || <Dash />;
