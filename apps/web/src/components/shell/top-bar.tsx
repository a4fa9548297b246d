import { Plus, Search, UserRound } from "lucide-react";
import { lazy } from "react";
import { useMay, useSession } from "#api/session.ts";
import { Button } from "#ui/button.tsx";
import { ConnectionDot } from "./connection-dot.tsx";
import { LiveCounter } from "./live-counter.tsx";
import { OnDemandMenu } from "./menu-button.tsx";
import { PhoneMenu } from "./phone-menu.tsx";
import { ZoneClock } from "./zone-clock.tsx";

const CreateMenu = lazy(async () => ({ default: (await import("./create-menu.tsx")).CreateMenu }));
const UserMenu = lazy(async () => ({ default: (await import("./user-menu.tsx")).UserMenu }));

type TopBarProps = { onSearch: () => void; onHelp: () => void };

export const TopBar = ({ onSearch, onHelp }: TopBarProps) => (
  <header className="sticky top-0 z-30 flex h-12 shrink-0 items-center gap-2 border-b border-grey-6 bg-grey-1 px-4 md:px-6">
    <PhoneMenu />
    <span className="min-w-0 truncate font-semibold md:hidden">{useSession().account.name}</span>
    <button
      type="button"
      className="flex h-8 w-72 items-center gap-2 rounded-control border border-grey-7 bg-surface px-2.5 text-grey-11 hover:border-grey-9 max-md:hidden"
      onClick={onSearch}
    >
      <Search aria-hidden className="size-4 shrink-0" />
      Search or jump to
      <kbd className="ml-auto font-sans text-label">Ctrl K</kbd>
    </button>
    <div className="ml-auto flex shrink-0 items-center gap-1">
      <Button variant="ghost" size="icon" className="md:hidden" aria-label="Search" onClick={onSearch}>
        <Search />
      </Button>
      <ConnectionDot />
      <LiveCounter />
      <ZoneClock />
      {useMay("write") && (
        <OnDemandMenu label="Create" icon={Plus} shortcut="c">
          {(props) => <CreateMenu {...props} />}
        </OnDemandMenu>
      )}
      <OnDemandMenu label="Your menu" icon={UserRound}>
        {(props) => <UserMenu onHelp={onHelp} {...props} />}
      </OnDemandMenu>
    </div>
  </header>
);
