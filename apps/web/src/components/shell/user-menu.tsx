import type { Agent, AgentStatusShown } from "@ccp/contract";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { CircleCheck, Keyboard, ListChecks, LogOut, Monitor, Moon, Sun, UserRound } from "lucide-react";
import { toast } from "#lib/toast.ts";
import { useLocation } from "wouter";
import { ownAgentQuery } from "#api/agent-queries.ts";
import { client } from "#api/client.ts";
import { explainFailure } from "#api/errors.ts";
import { sessionQuery } from "#api/queries.ts";
import { useSession } from "#api/session.ts";
import { useAgentStatuses } from "#api/use-agent-statuses.ts";
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
        {user !== null && <OwnStatus userId={user.id} />}
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

const presences = [
  { value: "available", icon: CircleCheck, text: "Available" },
  { value: "away", icon: Moon, text: "Away" },
] as const;

/** Whether the signed-in user takes calls, where the user is an agent. */
const OwnStatus = ({ userId }: { userId: number }) => {
  const { data: agent } = useQuery(ownAgentQuery(userId));
  return agent ? <StatusChoice agent={agent} /> : null;
};

const StatusChoice = ({ agent: { id, name } }: { agent: Pick<Agent, "id" | "name"> }) => {
  const shown = useAgentStatuses()(id);
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: (status: AgentStatusShown["presence"]) =>
      client.setAgentStatus({ params: { id }, body: { status } }),
    onSuccess: ({ presence }) => {
      toast.success(presence === "available" ? "You take calls" : "You are away");
      void queries.invalidateQueries();
    },
    onError: (error) => toast.error(explainFailure(error)),
  });
  return (
    <>
      <DropdownMenuSeparator />
      <DropdownMenuLabel id="status-label">Taking calls as {name}</DropdownMenuLabel>
      <DropdownMenuRadioGroup
        aria-labelledby="status-label"
        value={shown?.presence ?? ""}
        onValueChange={(value) => save.mutate(value as AgentStatusShown["presence"])}
      >
        {presences.map(({ value, icon: Icon, text }) => (
          <DropdownMenuRadioItem key={value} value={value}>
            <Icon aria-hidden />
            {text}
          </DropdownMenuRadioItem>
        ))}
      </DropdownMenuRadioGroup>
    </>
  );
};
