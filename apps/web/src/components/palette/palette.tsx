import { Keyboard, Moon, Sun } from "lucide-react";
import { useState } from "react";
import { useLocation } from "wouter";
import { useMay, useSession } from "#api/session.ts";
import { toCreations } from "#components/shell/creations.ts";
import { useNavigation } from "#components/shell/navigation.ts";
import { chooseTheme, useShownTheme } from "#lib/theme.ts";
import { Command, CommandGroup, CommandInput, CommandItem, CommandList } from "#ui/command.tsx";
import { Dialog, DialogContent, DialogTitle } from "#ui/dialog.tsx";
import { filterEntries, readTyped, type Entry } from "./entries.ts";
import { FoundGroups } from "./found-groups.tsx";

type PaletteProps = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void; onHelp: () => void };

const usePages = (): readonly Entry[] => {
  const [, navigate] = useLocation();
  return useNavigation().flatMap(({ title, links }) =>
    links.map(({ text, icon, to, isOutside = false }) => ({
      id: to,
      text,
      note: title,
      icon,
      run: () => (isOutside ? location.assign(to) : navigate(to)),
    })),
  );
};

const useActions = (onHelp: () => void): readonly Entry[] => {
  const [, navigate] = useLocation();
  const isDark = useShownTheme() === "dark";
  const { testCalls } = useSession();
  const creations = useMay("write") ? toCreations(testCalls) : [];
  return [
    ...creations.map(({ text, icon, to }) => ({ id: to, text, icon, run: () => navigate(to) })),
    {
      id: "theme",
      text: isDark ? "Light theme" : "Dark theme",
      icon: isDark ? Sun : Moon,
      run: () => chooseTheme(isDark ? "light" : "dark"),
    },
    { id: "help", text: "Keyboard shortcuts", icon: Keyboard, run: onHelp },
  ];
};

/** Goes to any page, finds anything by name or number, and starts what can be done; `>` shows only the latter. */
export const Palette = ({ isOpen, onOpenChange, onHelp }: PaletteProps) => (
  <Dialog open={isOpen} onOpenChange={onOpenChange}>
    <DialogContent
      aria-describedby={undefined}
      className="top-[12vh] flex max-h-[min(480px,76dvh)] max-w-150 translate-y-0 flex-col overflow-hidden p-0 [&>button:last-child]:hidden"
    >
      <DialogTitle className="sr-only">Search or jump to</DialogTitle>
      <PaletteBody close={() => onOpenChange(false)} onHelp={onHelp} />
    </DialogContent>
  </Dialog>
);

const PaletteBody = ({ close, onHelp }: { close: () => void; onHelp: () => void }) => {
  const [typed, setTyped] = useState("");
  const { text, isActionsOnly } = readTyped(typed);
  const pages = filterEntries(usePages(), text);
  const actions = filterEntries(useActions(onHelp), text);
  const run = (entry: Entry): void => {
    close();
    entry.run();
  };
  return (
    <Command label="Search or jump to" shouldFilter={false} loop>
      <CommandInput
        placeholder="Page, name, number or call id; > for actions"
        value={typed}
        onValueChange={setTyped}
      />
      <CommandList label="Results">
        {!isActionsOnly && <Entries title="Go to" entries={pages} onRun={run} />}
        {!isActionsOnly && (
          <FoundGroups text={text} isAlone={pages.length + actions.length === 0} onGo={close} />
        )}
        <Entries title="Actions" entries={actions} onRun={run} />
      </CommandList>
    </Command>
  );
};

type EntriesProps = { title: string; entries: readonly Entry[]; onRun: (entry: Entry) => void };

const Entries = ({ title, entries, onRun }: EntriesProps) =>
  entries.length > 0 && (
    <CommandGroup heading={title}>
      {entries.map((entry) => {
        const { id, text, note, icon: Icon } = entry;
        return (
          <CommandItem key={id} value={`${title} ${id}`} onSelect={() => onRun(entry)}>
            <Icon aria-hidden className="text-grey-11" />
            {text}
            {note !== undefined && <span className="ml-auto text-label text-grey-11">{note}</span>}
          </CommandItem>
        );
      })}
    </CommandGroup>
  );
