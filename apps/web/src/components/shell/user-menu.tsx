import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Keyboard, ListChecks, LogOut, Monitor, Moon, Sun, UserRound } from "lucide-react";
import { toast } from "#lib/toast.ts";
import { useLocation } from "wouter";
import { client } from "#api/client.ts";
import { explainFailure } from "#api/errors.ts";
import { sessionQuery } from "#api/queries.ts";
import { useSession } from "#api/session.ts";
import { chooseTheme, useThemeChoice, type ThemeChoice } from "#lib/theme.ts";
import { paths } from "#paths.ts";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "#ui/dropdown-menu.tsx";
import { focusFirstItem, MenuButton, type MenuProps } from "./menu-button.tsx";

const themes = [
  { choice: "system", icon: Monitor, text: "As the system" },
  { choice: "light", icon: Sun, text: "Light" },
  { choice: "dark", icon: Moon, text: "Dark" },
] as const;

const useSignOut = () => {
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  return useMutation({
    mutationFn: () => client.signOut(),
    onSuccess: () => {
      navigate(paths.signIn());
      queries.clear();
      queries.setQueryData(sessionQuery.queryKey, null);
    },
    onError: (error) => toast.error(`You are still signed in. ${explainFailure(error)}`),
  });
};

export const UserMenu = ({ onHelp, isOpen, onOpenChange }: MenuProps & { onHelp: () => void }) => {
  const { account, user, role } = useSession();
  const signOut = useSignOut();
  const [, navigate] = useLocation();
  return (
    <DropdownMenu modal={false} open={isOpen} onOpenChange={onOpenChange}>
      <DropdownMenuTrigger asChild>
        <MenuButton label="Your menu" icon={UserRound} />
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end" className="w-56" onFocus={focusFirstItem}>
        <DropdownMenuLabel>
          {user !== null && <span className="block truncate text-body text-grey-12">{user.email}</span>}
          <span className="capitalize">{role}</span> in {account.name}
        </DropdownMenuLabel>
        <DropdownMenuSeparator />
        <DropdownMenuLabel id="theme-label">Theme</DropdownMenuLabel>
        <DropdownMenuRadioGroup
          aria-labelledby="theme-label"
          value={useThemeChoice()}
          onValueChange={(choice) => chooseTheme(choice as ThemeChoice)}
        >
          {themes.map(({ choice, icon: Icon, text }) => (
            <DropdownMenuRadioItem key={choice} value={choice}>
              <Icon aria-hidden />
              {text}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={onHelp}>
          <Keyboard aria-hidden />
          Keyboard shortcuts
        </DropdownMenuItem>
        <DropdownMenuItem onSelect={() => navigate(paths.home("checklist=shown"))}>
          <ListChecks aria-hidden />
          Set-up checklist
        </DropdownMenuItem>
        <DropdownMenuItem onSelect={() => signOut.mutate()}>
          <LogOut aria-hidden />
          Sign out
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
};
