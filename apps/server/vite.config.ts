import { defineConfig } from "vite";

// Workspace packages export TypeScript, so they are bundled; npm packages stay outside.
export default defineConfig({
  ssr: { noExternal: [/^@ccp\//] },
  build: {
    ssr: true,
    target: "node20",
    outDir: "dist",
    sourcemap: true,
    rolldownOptions: {
      input: { main: "src/main.ts", "journal-worker": "src/live/journal/journal-worker.ts" },
      output: { entryFileNames: "[name].js" },
    },
  },
});
