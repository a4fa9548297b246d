import { PanelLeftClose, PanelLeftOpen } from "lucide-react";
import { useState } from "react";
import { useSession } from "#api/session.ts";
import { cn } from "#lib/cn.ts";
import { readPreference, writePreference } from "#lib/preference.ts";
import { Button } from "#ui/button.tsx";
import { NavigationList } from "./navigation-list.tsx";

const storageKey = "navigation";

/** The console's pages at the left, down to icons where somebody wants the room. */
export const Sidebar = () => {
  const { account } = useSession();
  const [isCollapsed, setIsCollapsed] = useState(() => readPreference(storageKey) === "collapsed");
  const toggle = (): void => {
    writePreference(storageKey, isCollapsed ? null : "collapsed");
    setIsCollapsed(!isCollapsed);
  };
  return (
    <aside
      aria-label="Navigation"
      className={cn(
        "flex h-dvh shrink-0 flex-col border-r border-grey-6 bg-grey-2 max-md:hidden",
        isCollapsed ? "w-14" : "w-52",
      )}
    >
      <div className="flex h-12 shrink-0 items-center gap-2 px-4" title={account.name}>
        <AccountMark name={account.name} />
        <span className={cn("truncate font-semibold", isCollapsed && "sr-only")}>{account.name}</span>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <NavigationList isCollapsed={isCollapsed} />
      </div>
      <div className="flex shrink-0 border-t border-grey-6 p-2">
        <Button
          variant="ghost"
          size="icon"
          className="text-grey-11"
          aria-label={isCollapsed ? "Widen the navigation" : "Narrow the navigation"}
          onClick={toggle}
        >
          {isCollapsed ? <PanelLeftOpen /> : <PanelLeftClose />}
        </Button>
      </div>
    </aside>
  );
};

/** The account's first letter. */
export const AccountMark = ({ name }: { name: string }) => (
  <span
    aria-hidden
    className="flex size-6 shrink-0 items-center justify-center rounded-control bg-grey-12 text-label font-semibold text-grey-1 uppercase"
  >
    {name.trim().charAt(0)}
  </span>
);
