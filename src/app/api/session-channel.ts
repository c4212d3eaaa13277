import { SESSION_CHANNEL, type SESSION_NEWS } from "#contract/api/sign-in.ts";

type SessionNews = (typeof SESSION_NEWS)[number];

/** Tells the reader's other tabs, and the sign-in pages that wait in some. */
export function tellTabs(news: SessionNews): void {
  const channel = new BroadcastChannel(SESSION_CHANNEL);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin
  channel.postMessage(news);
  channel.close();
}

/** Hears what other tabs tell. Returns what ends it. */
export function hearTabs(onNews: (news: SessionNews) => void): () => void {
  const channel = new BroadcastChannel(SESSION_CHANNEL);
  channel.addEventListener("message", ({ data }) => {
    if (data === "signed-in" || data === "signed-out") onNews(data);
  });
  return () => channel.close();
}
