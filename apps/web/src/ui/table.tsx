import type { ComponentProps } from "react";
import { cn } from "#lib/cn.ts";

export const Table = ({ className, ...props }: ComponentProps<"table">) => (
  <table className={cn("w-full border-separate border-spacing-0 text-label", className)} {...props} />
);

export const TableHead = ({ className, ...props }: ComponentProps<"th">) => (
  <th
    scope="col"
    className={cn(
      "h-8 border-b border-grey-6 px-3 text-left font-medium whitespace-nowrap text-grey-11",
      className,
    )}
    {...props}
  />
);

export const TableCell = ({ className, ...props }: ComponentProps<"td">) => (
  <td className={cn("h-8 border-b border-grey-6 px-3 whitespace-nowrap", className)} {...props} />
);
