import { ChevronDown, ChevronUp, Maximize2 } from "lucide-react";
import { useRef, type KeyboardEvent, type ReactNode } from "react";
import { Link } from "wouter";
import { findRowLink } from "#components/data-table/row-link.tsx";
import { useShortcuts } from "#lib/shortcuts.ts";
import { useIsPhone } from "#lib/use-is-phone.ts";
import { Button } from "#ui/button.tsx";
import { Sheet, SheetBody, SheetContent, SheetHeader, SheetTitle } from "#ui/sheet.tsx";

/** Null where there is no such neighbour. */
export type DrawerSteps = {
  /** The row that is open. */
  key: string;
  previous: (() => void) | null;
  next: (() => void) | null;
  close: () => void;
};

type DrawerProps = {
  title: string;
  badge?: ReactNode;
  /** The same on a page of its own. */
  href?: string;
  steps: DrawerSteps;
  children: ReactNode;
};

/**
 * One row beside its list, which stays in use. `j` and `k` lead to the neighbours from anywhere, the arrows
 * while they have nothing in the drawer to scroll; `Esc` closes.
 */
export const Drawer = ({ title, badge, href, steps, children }: DrawerProps) => {
  const frame = useRef<HTMLDivElement>(null);
  const isPhone = useIsPhone();
  useShortcuts({ j: () => steps.next?.(), k: () => steps.previous?.() });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== frame.current) return;
    if (event.key === "ArrowDown") steps.next?.();
    else if (event.key === "ArrowUp") steps.previous?.();
    else return;
    event.preventDefault();
  };
  return (
    <Sheet open modal={isPhone} onOpenChange={(isOpen) => !isOpen && steps.close()}>
      <SheetContent
        ref={frame}
        data-drawer
        aria-describedby={undefined}
        className="w-140 max-md:w-full"
        onKeyDown={onKeyDown}
        onOpenAutoFocus={(event) => {
          event.preventDefault();
          frame.current?.focus();
        }}
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          findRowLink(steps.key)?.focus();
        }}
        onInteractOutside={(event) => event.preventDefault()}
      >
        <SheetHeader className="flex h-12 items-center gap-2 py-0">
          <SheetTitle className="truncate">{title}</SheetTitle>
          {badge}
          <div className="ml-auto flex shrink-0">
            <StepButton label="Previous" step={steps.previous}>
              <ChevronUp />
            </StepButton>
            <StepButton label="Next" step={steps.next}>
              <ChevronDown />
            </StepButton>
            {href !== undefined && (
              <Button variant="ghost" size="icon" asChild>
                <Link href={href} aria-label="Open the full page" title="Open the full page">
                  <Maximize2 />
                </Link>
              </Button>
            )}
          </div>
        </SheetHeader>
        <SheetBody key={steps.key} tabIndex={0} className="outline-offset-[-2px]">
          {children}
        </SheetBody>
      </SheetContent>
    </Sheet>
  );
};

type StepButtonProps = { label: string; step: (() => void) | null; children: ReactNode };

const StepButton = ({ label, step, children }: StepButtonProps) => (
  <Button
    variant="ghost"
    size="icon"
    aria-label={label}
    title={label}
    disabled={step === null}
    onClick={() => step?.()}
  >
    {children}
  </Button>
);
