import type { ScreenOf } from "./screen-of.ts";

/** What a visitor sees who is not signed in. */
export const outsideScreens: readonly ScreenOf<{ usedLink: string }>[] = [
  {
    name: "sign-in",
    page: "SignInPage",
    url: () => "/sign-in",
    ready: "Password",
    complaint: /status of 401/,
  },
  {
    name: "sign-in-link-used",
    page: "SignInLinkPage",
    url: ({ usedLink }) => usedLink,
    ready: /used or has expired/,
    complaint: /status of 401/,
  },
  {
    name: "set-up-over",
    page: "SetUpPage",
    url: () => "/set-up?token=used",
    ready: "This is set up already",
    complaint: /status of 401/,
  },
];
