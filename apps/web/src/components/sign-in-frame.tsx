import { useEffect, type ReactNode } from "react";

/** The page of somebody who is not signed in yet. */
export const SignInFrame = ({ title, children }: { title: string; children: ReactNode }) => {
  useEffect(() => {
    document.title = `${title} · CallCenter Pro`;
  }, [title]);
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-88 flex-col justify-center p-4">
      <p className="mb-1 text-grey-11">CallCenter Pro</p>
      <h1 className="mb-6 text-title font-semibold">{title}</h1>
      {children}
    </main>
  );
};
