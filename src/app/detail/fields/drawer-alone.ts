import { createContext } from "react";

/** Whether the drawer takes the whole screen, so that nobody sees the rows and what is said beside it. */
export const DrawerAlone = createContext(false);
