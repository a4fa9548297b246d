const at = (path: string, search = ""): string => (search === "" ? path : `${path}?${search}`);

const part = (id: string | number): string => encodeURIComponent(id);

const tabOf = (tab?: string): string => (tab === undefined ? "" : `tab=${part(tab)}`);

/** The address of a list, of its form for a new one, and of one noun. */
const nounPaths = (list: string) => ({
  list: (search?: string): string => at(list, search),
  create: (): string => at(list, "form=new"),
  page: (id: string | number, tab?: string): string => at(`${list}/${part(id)}`, tabOf(tab)),
});

/** Every address of the console; nothing else spells one out. */
export const paths = {
  home: (search?: string) => at("/", search),
  signIn: (next?: string) => at("/sign-in", next === undefined ? "" : `next=${part(next)}`),
  signInLink: () => "/sign-in/link",
  setUp: () => "/set-up",
  liveCalls: (search?: string) => at("/live-calls", search),
  calls: (search?: string) => at("/calls", search),
  call: (id: string) => `/calls/${part(id)}`,
  campaigns: nounPaths("/campaigns"),
  publishers: nounPaths("/publishers"),
  numbers: nounPaths("/numbers"),
  blockedCallers: (search?: string) => at("/blocked-callers", search),
  buyers: nounPaths("/buyers"),
  targets: nounPaths("/targets"),
  adjustments: (search?: string) => at("/adjustments", search),
  payments: (search?: string) => at("/payments", search),
  invoices: nounPaths("/invoices"),
  statements: nounPaths("/statements"),
  valueLists: (search?: string) => at("/value-lists", search),
  /** A value list has no page of its own: its form opens over the list of them. */
  valueList: (id: string | number) => at("/value-lists", `form=edit-${part(id)}`),
  targetGroups: nounPaths("/target-groups"),
  agents: nounPaths("/agents"),
  agentGroups: nounPaths("/agent-groups"),
  plans: nounPaths("/plans"),
  testCall: () => "/test-call",
  runningTestCall: (id: string) => `/test-call/${part(id)}`,
  apiDocs: () => "/docs",
  settings: {
    account: () => "/settings/account",
    telephony: () => "/settings/telephony",
    users: () => "/settings/users",
    apiKeys: () => "/settings/api-keys",
    auditLog: (search?: string) => at("/settings/audit-log", search),
  },
};

/** Where to go after sign-in: only ever a page of ours, whatever the address says. */
export const toSafeNext = (next: string | null): string =>
  next !== null && /^\/(?![/\\])/.test(next) && !next.startsWith(paths.signIn()) ? next : paths.home();
