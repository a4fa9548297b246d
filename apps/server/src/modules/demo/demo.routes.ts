import type { Routes } from "#http/implementation.ts";
import { getDemo } from "./get-demo.ts";
import { loadDemo } from "./load-demo.ts";
import { removeDemo } from "./remove-demo.ts";
import { setDemoTraffic } from "./set-demo-traffic.ts";

export const demoRoutes: Routes<"getDemo" | "loadDemo" | "removeDemo" | "setDemoTraffic"> = {
  getDemo: ({ deps, ctx }) => getDemo({ deps, ctx }),
  loadDemo: ({ deps, ctx }) => loadDemo({ deps, ctx }),
  removeDemo: ({ deps, ctx }) => removeDemo({ deps, ctx }),
  setDemoTraffic: ({ deps, ctx, input }) => setDemoTraffic({ deps, ctx, input: input.body }),
};
