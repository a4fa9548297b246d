import { lazy, Suspense, useEffect, useState, type ReactNode } from "react";
import { useLocation } from "wouter";
import { useStaleUnseen } from "#api/use-stale-unseen.ts";
import { DemoBanner } from "#components/demo/demo-banner.tsx";
import { useShortcuts } from "#lib/shortcuts.ts";
import { useNavigation } from "./navigation.ts";
import { Sidebar } from "./sidebar.tsx";
import { TopBar } from "./top-bar.tsx";

const Palette = lazy(async () => ({ default: (await import("#components/palette/palette.tsx")).Palette }));

const HelpDialog = lazy(async () => ({ default: (await import("./help-dialog.tsx")).HelpDialog }));

/** `Ctrl K` works everywhere, in fields and with the one-key shortcuts switched off too. */
const usePaletteKey = (toggle: () => void): void => {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      toggle();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [toggle]);
};

const useGoKeys = (): Record<string, () => void> => {
  const [, navigate] = useLocation();
  const links = useNavigation().flatMap((group) => group.links);
  return Object.fromEntries(
    links.flatMap(({ key, to, isOutside = false }) =>
      key === undefined ? [] : [[`g ${key}`, () => (isOutside ? location.assign(to) : navigate(to))]],
    ),
  );
};

/** The frame around every page behind sign-in. */
export const Shell = ({ children }: { children: ReactNode }) => {
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  // Loaded when it is first wanted, and kept from then on.
  const [palette, setPalette] = useState<"unused" | "open" | "closed">("unused");
  const [togglePalette] = useState(() => () => setPalette((now) => (now === "open" ? "closed" : "open")));
  usePaletteKey(togglePalette);
  useStaleUnseen();
  useShortcuts(
    { "?": () => setIsHelpOpen(true), "/": () => setPalette("open"), ...useGoKeys() },
    { isBase: true },
  );
  return (
    <div className="flex min-h-dvh md:h-dvh">
      <a
        href="#main"
        className="sr-only rounded-control bg-accent px-3 py-2 font-medium text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50"
      >
        Skip to the page
      </a>
      <Sidebar />
      <div className="flex min-w-0 flex-1 flex-col">
        <TopBar onSearch={() => setPalette("open")} onHelp={() => setIsHelpOpen(true)} />
        <DemoBanner />
        <main id="main" tabIndex={-1} className="flex min-h-0 flex-1 flex-col outline-none">
          {children}
        </main>
      </div>
      {isHelpOpen && (
        <Suspense>
          <HelpDialog isOpen onOpenChange={setIsHelpOpen} />
        </Suspense>
      )}
      {palette !== "unused" && (
        <Suspense>
          <Palette
            isOpen={palette === "open"}
            onOpenChange={(isOpen) => setPalette(isOpen ? "open" : "closed")}
            onHelp={() => setIsHelpOpen(true)}
          />
        </Suspense>
      )}
    </div>
  );
};
