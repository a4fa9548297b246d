import { clsx, type ClassValue } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

// Without the names of our sizes the merger would take `text-label` for a colour.
const merge = extendTailwindMerge({
  extend: {
    theme: {
      text: ["label", "body", "section", "title", "figure"],
      radius: ["control", "card"],
      shadow: ["float"],
    },
  },
});

export const cn = (...classes: ClassValue[]): string => merge(clsx(classes));
