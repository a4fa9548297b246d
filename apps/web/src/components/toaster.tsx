import { lazy, Suspense, useEffect, useState } from "react";
import { onFirstToast } from "#lib/toast.ts";

const ToastList = lazy(async () => ({ default: (await import("./toast-list.tsx")).ToastList }));

/** The corner for toasts, loaded with the first one. */
export const Toaster = () => {
  const [isWanted, setIsWanted] = useState(false);
  useEffect(() => onFirstToast(() => setIsWanted(true)), []);
  return (
    isWanted && (
      <Suspense>
        <ToastList />
      </Suspense>
    )
  );
};
