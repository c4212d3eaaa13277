import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { AppShell } from "./app/shell/app-shell.tsx";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <AppShell />
  </StrictMode>,
);
