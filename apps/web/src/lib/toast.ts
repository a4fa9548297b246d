import type { ExternalToast } from "sonner";

type Tone = "success" | "error";

let ask: (() => void) | null = null;
let isAsked = false;

/** Whoever shows toasts learns here that there is one to show. */
export const onFirstToast = (show: () => void): (() => void) => {
  ask = show;
  if (isAsked) show();
  return () => {
    ask = null;
  };
};

const tell = async (tone: Tone, text: string, options?: ExternalToast): Promise<void> => {
  isAsked = true;
  ask?.();
  const { toast } = await import("sonner");
  toast[tone](text, options);
};

/** Tells something in the corner of the screen; what it takes to do so is loaded the first time. */
export const toast = {
  success: (text: string, options?: ExternalToast): void => void tell("success", text, options),
  error: (text: string, options?: ExternalToast): void => void tell("error", text, options),
};
