import { Plus } from "lucide-react";
import { useLocation } from "wouter";
import { useSession } from "#api/session.ts";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "#ui/dropdown-menu.tsx";
import { toCreations } from "./creations.ts";
import { focusFirstItem, MenuButton, type MenuProps } from "./menu-button.tsx";

/** Makes anything from anywhere; for those who may write. */
export const CreateMenu = ({ isOpen, onOpenChange }: MenuProps) => {
  const [, navigate] = useLocation();
  const { testCalls } = useSession();
  return (
    <DropdownMenu modal={false} open={isOpen} onOpenChange={onOpenChange}>
      <DropdownMenuTrigger asChild>
        <MenuButton label="Create" icon={Plus} />
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end" onFocus={focusFirstItem}>
        {toCreations(testCalls).map(({ text, icon: Icon, to }) => (
          <DropdownMenuItem key={to} onSelect={() => navigate(to)}>
            <Icon aria-hidden />
            {text}
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
};
