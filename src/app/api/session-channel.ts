import { SESSION_CHANNEL, type SESSION_NEWS } from "#contract/api/sign-in.ts";

type SessionNews = (typeof SESSION_NEWS)[number];

/** One for the page: what it tells by another it would hear itself. */
let channel: BroadcastChannel | undefined;
const open = () => (channel ??= new BroadcastChannel(SESSION_CHANNEL));

/** Tells the reader's other tabs, and the sign-in pages that wait in some. */
export function tellTabs(news: SessionNews): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin
  open().postMessage(news);
}

/** Hears what other tabs tell. Returns what ends it. */
export function hearTabs(onNews: (news: SessionNews) => void): () => void {
  const hear = ({ data }: MessageEvent<unknown>) => {
    if (data === "signed-in" || data === "signed-out") onNews(data);
  };
  open().addEventListener("message", hear);
  return () => open().removeEventListener("message", hear);
}
