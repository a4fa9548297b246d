import type { SearchHit } from "@ccp/contract";
import { useQuery } from "@tanstack/react-query";
import {
  Building2,
  Handshake,
  Headset,
  Hash,
  Layers,
  ListChecks,
  Megaphone,
  Phone,
  Route,
  Target,
  UsersRound,
  type LucideIcon,
} from "lucide-react";
import { useLocation } from "wouter";
import { explainFailure } from "#api/errors.ts";
import { searchLengthMin, searchQuery } from "#api/queries.ts";
import { toNounPath } from "#components/noun-path.ts";
import { Time } from "#components/time.tsx";
import { formatPhone } from "#lib/format-phone.ts";
import { useSettled } from "#lib/use-settled.ts";
import { CommandGroup, CommandItem } from "#ui/command.tsx";

const kinds: Record<SearchHit["kind"], { title: string; icon: LucideIcon }> = {
  campaign: { title: "Campaigns", icon: Megaphone },
  publisher: { title: "Publishers", icon: Handshake },
  number: { title: "Numbers", icon: Hash },
  buyer: { title: "Buyers", icon: Building2 },
  target: { title: "Targets", icon: Target },
  "target-group": { title: "Groups", icon: Layers },
  "value-list": { title: "Value lists", icon: ListChecks },
  agent: { title: "Agents", icon: Headset },
  "agent-group": { title: "Agent groups", icon: UsersRound },
  plan: { title: "Plans", icon: Route },
  call: { title: "Calls", icon: Phone },
};

const typingPauseMs = 150;

type FoundGroupsProps = {
  text: string;
  /** Whether nothing else stands in the list, so that an empty answer has to be told. */
  isAlone: boolean;
  onGo: () => void;
};

/** What the server finds by name, by part of a number or by call id, under its kinds. */
export const FoundGroups = ({ text, isAlone, onGo }: FoundGroupsProps) => {
  const settled = useSettled(text, typingPauseMs);
  const { data, error } = useQuery({
    ...searchQuery(settled),
    enabled: settled.length >= searchLengthMin,
  });
  if (text.length < searchLengthMin) return null;
  if (error !== null) return <Note text={explainFailure(error)} />;
  if (data === undefined || settled !== text) return isAlone && <Note text="Searching" />;
  if (data.items.length === 0) return isAlone && <Note text="Nothing has this name, number or id." />;
  return (
    <>
      {(Object.keys(kinds) as SearchHit["kind"][]).map((kind) => (
        <FoundGroup key={kind} kind={kind} hits={data.items.filter((hit) => hit.kind === kind)} onGo={onGo} />
      ))}
      {!data.isComplete && <Note text="There may be more calls; the search was cut short." />}
    </>
  );
};

const Note = ({ text }: { text: string }) => (
  <p role="status" className="px-2 py-3 text-grey-11">
    {text}
  </p>
);

type FoundGroupProps = { kind: SearchHit["kind"]; hits: readonly SearchHit[]; onGo: () => void };

const FoundGroup = ({ kind, hits, onGo }: FoundGroupProps) => {
  const [, navigate] = useLocation();
  if (hits.length === 0) return null;
  const { title: heading, icon: Icon } = kinds[kind];
  return (
    <CommandGroup heading={heading}>
      {hits.map(({ id, title, subtitle, at }) => (
        <CommandItem
          key={id}
          value={`${kind} ${id}`}
          onSelect={() => {
            onGo();
            navigate(toNounPath(kind, id) ?? "");
          }}
        >
          <Icon aria-hidden className="text-grey-11" />
          <span className="max-w-2/3 shrink-0 truncate tabular-nums">{formatPhone(title)}</span>
          <span className="ml-auto min-w-0 truncate text-label text-grey-11">
            {formatPhone(subtitle)} {at !== null && <Time at={Date.parse(at)} />}
          </span>
        </CommandItem>
      ))}
    </CommandGroup>
  );
};
