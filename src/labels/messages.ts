import type { messagesZhCn } from "./messages-zh-cn.ts";

/** The shape every language fills: a text missing in one of them does not compile. */
export type Messages = typeof messagesZhCn;
