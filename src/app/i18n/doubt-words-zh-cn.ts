import type { ImpossibleTimes } from "#contract/record/call-phases.ts";
import type { TimeDoubt } from "#contract/record/time-doubts.ts";

/** What is said of a call's times that contradict each other, in Chinese. It comes with the timeline. */
export const doubtWordsZhCn = {
  doubtful: (reasons: string) => `时间互相矛盾，照原样绘制：${reasons}`,
  /** In the list of events. */
  heading: "时间互相矛盾",
  separator: "；",
  /** Beside those that the grid tells as well. */
  doubts: {
    duration: "总时长与开始、接通、结束时间不符",
    "held-too-long": "保持时长超过了通话时长",
    backward: "有的事件早于它之前的事件",
    outside: "有的事件在通话开始之前或结束之后",
    connected: "接通时间与事件不符",
    released: "按事件通话早已结束，结束时间却更晚",
    "event-length": "有的事件自带的时长超过了到下一事件的时间",
  } satisfies Record<Exclude<TimeDoubt, ImpossibleTimes>, string>,
  disagrees: (phase: string, record: string, events: string) =>
    `${phase}：记录为 ${record}，事件为 ${events}`,
};

export type DoubtWords = typeof doubtWordsZhCn;
