import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig, runnerImport, type Plugin } from "vite";

const server = "http://localhost:5000";
const operationsFile = fileURLToPath(new URL("./src/api/operations.ts", import.meta.url));

/** The list of operations is worked out when it is built: it leads to every schema of the contract. */
const workOutOperations: Plugin = {
  name: "work-out-operations",
  apply: "build",
  async load(id) {
    if (id !== operationsFile) return null;
    const { module } = await runnerImport<Record<string, unknown>>(operationsFile, { configFile: false });
    return Object.entries(module)
      .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
      .join("\n");
  },
};

export default defineConfig({
  plugins: [workOutOperations, react(), tailwindcss()],
  build: {
    outDir: "dist",
    sourcemap: true,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { "/api": server, "/docs": server, "/openapi.json": server } },
});
