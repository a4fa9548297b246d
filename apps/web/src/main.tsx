import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { config } from "zod";
import { App } from "./app.tsx";
import { followSystemTheme } from "#lib/theme.ts";
import "./styles.css";

// Compiled validators need eval, which our content security policy refuses.
config({ jitless: true });
followSystemTheme();

const root = document.querySelector("#root");
if (root === null) throw new Error("index.html has no #root.");

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
