import { useState, type ReactNode } from "react";
import { Link, useLocation } from "wouter";
import { useMay, useSession } from "#api/session.ts";
import { cn } from "#lib/cn.ts";
import { useShortcuts } from "#lib/shortcuts.ts";
import { paths } from "#paths.ts";
import { ConnectionDot } from "./connection-dot.tsx";
import { HelpDialog } from "./help-dialog.tsx";
import { UserMenu } from "./user-menu.tsx";

const linkClasses =
  "flex h-8 items-center rounded-control px-2.5 font-medium text-grey-11 transition-colors duration-120 hover:bg-grey-4 hover:text-grey-12";

const NavigationLink = ({ to, text }: { to: string; text: string }) => {
  const [location] = useLocation();
  const isHere = location === to || location.startsWith(`${to}/`);
  return (
    <Link
      href={to}
      aria-current={isHere ? "page" : undefined}
      className={cn(linkClasses, isHere && "bg-grey-4 text-grey-12")}
    >
      {text}
    </Link>
  );
};

const useHasTestCalls = (): boolean => {
  const mayWrite = useMay("write");
  return useSession().testCalls && mayWrite;
};

const Navigation = () => {
  const hasTestCalls = useHasTestCalls();
  return (
    <nav aria-label="Main" className="flex items-center gap-1">
      <NavigationLink to={paths.calls()} text="Calls" />
      {hasTestCalls && <NavigationLink to={paths.testCall()} text="Test call" />}
      <a href={paths.apiDocs()} className={linkClasses}>
        API docs
      </a>
    </nav>
  );
};

/** The frame around every page behind sign-in. */
export const Shell = ({ children }: { children: ReactNode }) => {
  const { account } = useSession();
  const hasTestCalls = useHasTestCalls();
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  const [, navigate] = useLocation();
  useShortcuts({
    "?": () => setIsHelpOpen(true),
    "g c": () => navigate(paths.calls()),
    "g d": () => location.assign(paths.apiDocs()),
    ...(hasTestCalls && { "g t": () => navigate(paths.testCall()) }),
  });
  return (
    <div className="flex min-h-dvh flex-col md:h-dvh">
      <a
        href="#main"
        className="sr-only rounded-control bg-accent px-3 py-2 font-medium text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50"
      >
        Skip to the page
      </a>
      <header className="sticky top-0 z-30 flex h-12 shrink-0 items-center gap-4 border-b border-grey-6 bg-grey-1 px-4 max-md:h-auto max-md:flex-wrap max-md:gap-y-0 max-md:py-1 md:px-6">
        <span className="max-w-60 truncate font-semibold max-md:order-1 max-md:max-w-40" title={account.name}>
          {account.name}
        </span>
        <div className="max-md:order-3 max-md:-ml-2.5 max-md:w-full">
          <Navigation />
        </div>
        <div className="ml-auto flex items-center gap-3 max-md:order-2">
          <ConnectionDot />
          <UserMenu onHelp={() => setIsHelpOpen(true)} />
        </div>
      </header>
      {account.isDemo && <DemoBar />}
      <main id="main" tabIndex={-1} className="flex min-h-0 flex-1 flex-col outline-none">
        {children}
      </main>
      <HelpDialog isOpen={isHelpOpen} onOpenChange={setIsHelpOpen} />
    </div>
  );
};

const DemoBar = () => (
  <aside
    aria-label="About this workspace"
    className="border-b border-grey-6 bg-grey-3 px-4 py-1 text-label text-grey-11 md:px-6"
  >
    Simulated carrier: no real calls, no real money.
  </aside>
);
