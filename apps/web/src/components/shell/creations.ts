import {
  Building2,
  FlaskConical,
  Handshake,
  Headset,
  Hash,
  Layers,
  Megaphone,
  Route,
  Target,
  type LucideIcon,
} from "lucide-react";
import { paths } from "#paths.ts";

export type Creation = { text: string; icon: LucideIcon; to: string };

const nouns: readonly Creation[] = [
  { text: "New campaign", icon: Megaphone, to: paths.campaigns.create() },
  { text: "New publisher", icon: Handshake, to: paths.publishers.create() },
  { text: "New number", icon: Hash, to: paths.numbers.create() },
  { text: "New buyer", icon: Building2, to: paths.buyers.create() },
  { text: "New target", icon: Target, to: paths.targets.create() },
  { text: "New group", icon: Layers, to: paths.targetGroups.create() },
  { text: "New agent", icon: Headset, to: paths.agents.create() },
  { text: "New plan", icon: Route, to: paths.plans.create() },
];

/** What can be made from anywhere, by who may write. */
export const toCreations = (hasTestCalls: boolean): readonly Creation[] =>
  hasTestCalls ? [...nouns, { text: "Place a test call", icon: FlaskConical, to: paths.testCall() }] : nouns;
