import { createContext } from "react";

/** Whether the way to the server is known to be broken: code does not come by it either, until it is whole. */
export const WayBroken = createContext(false);
