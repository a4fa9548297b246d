import { isAllowed, type Permission } from "@ccp/contract";
import {
  AudioLines,
  Ban,
  Building2,
  ClipboardList,
  Code,
  FileText,
  FlaskConical,
  Handshake,
  Headset,
  Hash,
  KeyRound,
  Layers,
  LayoutDashboard,
  List,
  ListChecks,
  Megaphone,
  RadioTower,
  ReceiptText,
  Route,
  Scale,
  Settings,
  Target,
  Users,
  UsersRound,
  type LucideIcon,
} from "lucide-react";
import { useSession } from "#api/session.ts";
import { paths } from "#paths.ts";

export type NavigationLink = {
  text: string;
  icon: LucideIcon;
  to: string;
  /** Pressed after `g`. */
  key?: string;
  permission?: Permission;
  /** Only where the carrier is simulated. */
  isTest?: boolean;
  /** Served by the server itself, not a page of the console. */
  isOutside?: boolean;
};

export type NavigationGroup = { title: string; links: readonly NavigationLink[] };

const groups: readonly NavigationGroup[] = [
  {
    title: "Overview",
    links: [
      { text: "Dashboard", icon: LayoutDashboard, to: paths.home(), key: "d" },
      { text: "Live calls", icon: AudioLines, to: paths.liveCalls(), key: "l" },
      { text: "Call log", icon: List, to: paths.calls(), key: "c" },
    ],
  },
  {
    title: "Traffic",
    links: [
      { text: "Campaigns", icon: Megaphone, to: paths.campaigns.list(), key: "a" },
      { text: "Publishers", icon: Handshake, to: paths.publishers.list(), key: "p" },
      { text: "Numbers", icon: Hash, to: paths.numbers.list(), key: "n" },
      { text: "Blocked callers", icon: Ban, to: paths.blockedCallers(), key: "k" },
    ],
  },
  {
    title: "Demand",
    links: [
      { text: "Buyers", icon: Building2, to: paths.buyers.list(), key: "b" },
      { text: "Targets", icon: Target, to: paths.targets.list(), key: "r" },
      { text: "Groups", icon: Layers, to: paths.targetGroups.list(), key: "o" },
      { text: "Value lists", icon: ListChecks, to: paths.valueLists(), key: "e" },
    ],
  },
  {
    title: "Routing",
    links: [
      { text: "Plans", icon: Route, to: paths.plans.list(), key: "u" },
      { text: "Agents", icon: Headset, to: paths.agents.list(), key: "q" },
      { text: "Agent groups", icon: UsersRound, to: paths.agentGroups.list(), key: "y" },
    ],
  },
  {
    title: "Money",
    links: [
      { text: "Adjustments", icon: Scale, to: paths.adjustments(), key: "j" },
      { text: "Invoices", icon: ReceiptText, to: paths.invoices.list(), key: "v" },
      { text: "Statements", icon: FileText, to: paths.statements.list(), key: "m" },
    ],
  },
  {
    title: "Connect",
    links: [
      {
        text: "Test call",
        icon: FlaskConical,
        to: paths.testCall(),
        key: "t",
        permission: "write",
        isTest: true,
      },
      { text: "API docs", icon: Code, to: paths.apiDocs(), key: "i", isOutside: true },
    ],
  },
  {
    title: "Settings",
    links: [
      { text: "Account", icon: Settings, to: paths.settings.account(), key: "s" },
      { text: "Telephony", icon: RadioTower, to: paths.settings.telephony() },
      { text: "Users", icon: Users, to: paths.settings.users(), permission: "administer" },
      { text: "API keys", icon: KeyRound, to: paths.settings.apiKeys(), permission: "administer" },
      { text: "Audit log", icon: ClipboardList, to: paths.settings.auditLog(), permission: "administer" },
    ],
  },
];

/** The groups of the console with what this user may open. */
export const useNavigation = (): readonly NavigationGroup[] => {
  const { role, testCalls } = useSession();
  const isOpen = ({ permission = "read", isTest = false }: NavigationLink): boolean =>
    isAllowed(role, permission) && (testCalls || !isTest);
  return groups
    .map(({ title, links }) => ({ title, links: links.filter(isOpen) }))
    .filter(({ links }) => links.length > 0);
};

/** The home page is here only at its own address, every other page also at those below it. */
export const isAt = (location: string, to: string): boolean =>
  location === to || (to !== paths.home() && location.startsWith(`${to}/`));
