import { Toaster as Sonner } from "sonner";
import { useShownTheme } from "#lib/theme.ts";

export const ToastList = () => (
  <Sonner
    theme={useShownTheme()}
    // Save bars and sheets have their buttons at the bottom right.
    position="bottom-left"
    mobileOffset={{ bottom: 72 }}
    duration={10_000}
    toastOptions={{
      unstyled: true,
      classNames: {
        toast:
          "flex w-full items-center gap-3 rounded-card border border-grey-6 bg-surface p-3 font-sans text-body text-grey-12 shadow-float",
        actionButton: "ml-auto font-medium text-accent-text",
      },
    }}
  />
);
