import { Checkbox } from "#ui/checkbox.tsx";
import { useNavigation } from "./navigation.ts";
import { switchShortcuts, useShortcutsAreOn } from "#lib/shortcuts.ts";
import { Dialog, DialogContent, DialogDescription, DialogTitle } from "#ui/dialog.tsx";

type Group = { title: string; rows: readonly { keys: readonly string[]; text: string }[] };

const ownGroups: readonly Group[] = [
  {
    title: "Anywhere",
    rows: [
      { keys: ["Ctrl", "K"], text: "Search or jump to" },
      { keys: ["/"], text: "Search this list, or everything" },
      { keys: ["c"], text: "Create" },
      { keys: ["?"], text: "This help" },
    ],
  },
  {
    title: "Lists and drawers",
    rows: [
      { keys: ["j"], text: "Next row" },
      { keys: ["k"], text: "Previous row" },
      { keys: ["Enter"], text: "Open the row" },
      { keys: ["Esc"], text: "Close, or back to the list" },
    ],
  },
];

const useGroups = (): readonly Group[] => [
  ...ownGroups,
  {
    title: "Go to",
    rows: useNavigation()
      .flatMap(({ links }) => links)
      .flatMap(({ key, text }) => (key === undefined ? [] : [{ keys: ["g", key], text }])),
  },
];

const Key = ({ name }: { name: string }) => (
  <kbd className="inline-flex h-6 min-w-6 items-center justify-center rounded-control border border-grey-7 bg-grey-2 px-1.5 font-mono text-label">
    {name}
  </kbd>
);

type HelpDialogProps = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void };

export const HelpDialog = ({ isOpen, onOpenChange }: HelpDialogProps) => (
  <Dialog open={isOpen} onOpenChange={onOpenChange}>
    <DialogContent>
      <DialogTitle>Keyboard shortcuts</DialogTitle>
      <DialogDescription>They wait while you type in a field.</DialogDescription>
      {useGroups().map(({ title, rows }) => (
        <section key={title} className="mt-4">
          <h3 className="mb-1 text-label font-medium text-grey-11">{title}</h3>
          <dl>
            {rows.map(({ keys, text }) => (
              <div key={text} className="flex h-8 items-center justify-between">
                <dt>{text}</dt>
                <dd className="flex gap-1">
                  {keys.map((name) => (
                    <Key key={name} name={name} />
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <ShortcutSwitch />
    </DialogContent>
  </Dialog>
);

const ShortcutSwitch = () => (
  <label className="mt-4 flex h-8 items-center gap-2 border-t border-grey-6 pt-4">
    <Checkbox
      checked={useShortcutsAreOn()}
      onCheckedChange={(checked) => switchShortcuts(checked === true)}
    />
    One-key shortcuts are on
  </label>
);
