/** Every address of the console; nothing else spells one out. */
export const paths = {
  home: () => "/",
  signIn: (next?: string) => (next === undefined ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`),
  signInLink: () => "/sign-in/link",
  calls: (search = "") => (search === "" ? "/calls" : `/calls?${search}`),
  call: (id: string) => `/calls/${encodeURIComponent(id)}`,
  testCall: () => "/test-call",
  runningTestCall: (id: string) => `/test-call/${encodeURIComponent(id)}`,
  apiDocs: () => "/docs",
};

/** Where to go after sign-in: only ever a page of ours, whatever the address says. */
export const toSafeNext = (next: string | null): string =>
  next !== null && /^\/(?![/\\])/.test(next) && !next.startsWith(paths.signIn()) ? next : paths.home();
