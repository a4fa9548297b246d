import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { config } from "zod";
import { App } from "./app.tsx";
// Follows the system's theme from the start, not only once a menu that offers themes was loaded.
import "#lib/theme.ts";
import "./styles.css";

// Compiled validators need eval, which our content security policy refuses.
config({ jitless: true });

const root = document.querySelector("#root");
if (root === null) throw new Error("index.html has no #root.");

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
