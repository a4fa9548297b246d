import type { ReactNode } from "react";

/** A page that scrolls as a whole. */
export const PageBody = ({ children }: { children: ReactNode }) => (
  <div className="min-h-0 flex-1 md:overflow-y-auto">
    <div className="w-full max-w-400 p-4 md:px-6 md:pb-10">{children}</div>
  </div>
);
