import type { LucideIcon } from "lucide-react";
import { Suspense, useState, type FocusEvent, type ReactNode } from "react";
import { useShortcuts } from "#lib/shortcuts.ts";
import { Button, type ButtonProps } from "#ui/button.tsx";

type MenuButtonProps = ButtonProps & { label: string; icon: LucideIcon };

export const MenuButton = ({ label, icon: Icon, ...props }: MenuButtonProps) => (
  <Button variant="ghost" size="icon" aria-label={label} aria-haspopup="menu" {...props}>
    <Icon />
  </Button>
);

/** The menu itself learns of keys only once it is there, and so not of the one that brought it: a first opening by key. */
export const focusFirstItem = ({ target, currentTarget }: FocusEvent<HTMLElement>): void => {
  if (target !== currentTarget || !target.matches(":focus-visible")) return;
  target.querySelector<HTMLElement>("[role^=menuitem]")?.focus();
};

export type MenuProps = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void };

type OnDemandMenuProps = {
  label: string;
  icon: LucideIcon;
  /** A key that opens it from anywhere. */
  shortcut?: string;
  /** The loaded menu with its own button, which takes this one's place. */
  children: (props: MenuProps) => ReactNode;
};

/** A button alone until it is first pressed: menus are not part of the first load. */
export const OnDemandMenu = ({ label, icon, shortcut, children }: OnDemandMenuProps) => {
  const [state, setState] = useState<"unused" | "open" | "closed">("unused");
  useShortcuts(shortcut === undefined ? {} : { [shortcut]: () => setState("open") });
  const button = <MenuButton label={label} icon={icon} onClick={() => setState("open")} />;
  if (state === "unused") return button;
  return (
    <Suspense fallback={button}>
      {children({
        isOpen: state === "open",
        onOpenChange: (isOpen) => setState(isOpen ? "open" : "closed"),
      })}
    </Suspense>
  );
};
