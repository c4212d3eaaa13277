import { useState } from "react";

interface Said {
  readonly question: string;
  readonly text: string;
  readonly isOver: boolean;
}

/**
 * What a screen reader hears of the list. Where it is refreshed by itself that is nothing new, every
 * time: what was said last stays.
 *
 * @param now `question` is the same while only the pin moves; `isOver` where the list is here
 */
export function useSaid(now: Said, isRefreshedLive: boolean): string {
  const [last, setLast] = useState(now);
  const isKept = isRefreshedLive && last.isOver && last.question === now.question;
  if (!isKept && (last.question !== now.question || last.text !== now.text)) setLast(now);
  return isKept ? last.text : now.text;
}
