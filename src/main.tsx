import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createQueryClient } from "#app/api/query-client.ts";
import { watchAttendance } from "#app/api/tab-headers.ts";
import { AppShell } from "#app/shell/app-shell.tsx";
import { readFirstPage } from "#app/shell/read-first-page.ts";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
watchAttendance();
const queryClient = createQueryClient();
const screen = createRoot(root);
// What fails there fails again for those who draw it, and they say so.
void readFirstPage(queryClient).finally(() =>
  screen.render(
    <StrictMode>
      <AppShell queryClient={queryClient} />
    </StrictMode>,
  ),
);
