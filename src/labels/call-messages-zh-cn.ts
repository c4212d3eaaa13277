import type { FilterKeyOf } from "#contract/filter/filters.ts";
import type { CallEventName, CallSide } from "#contract/record/call-events.ts";

/** The texts of a call's timeline, its recording and its caller's story, in Chinese: they come with the drawer. */
export const callMessagesZhCn = {
  recording: {
    title: "录音",
    loading: "正在读取录音",
    notReady: "录音还未就绪，通话结束后几分钟才有。每分钟自动再看一次。",
    lookAgain: "现在再看",
    failed: "录音无法播放",
    player: "录音播放器",
    position: "播放位置",
    atOf: "{at}，共 {length}",
    play: "播放",
    pause: "暂停",
    speed: "速度 {speed} 倍",
    skipSilence: "跳过静音",
    loopFrom: "循环起点",
    loopTo: "循环终点",
    loopOff: "取消循环",
    nextEvent: "下一事件",
    download: "下载录音",
  },
  story: {
    title: "客户的其他通话",
    days: "时间跨度",
    around: "前后 {days} 天",
    undated: "这条通话没有开始时间，无法查找前后的通话。",
    exact: "您的角色不能按号码搜索：这里只有号码写法与本次通话完全相同的通话。",
    within: {
      skillGroupId: "只包括这些技能组的通话：{names}",
      agentId: "只包括这些坐席的通话：{names}",
    } satisfies Record<FilterKeyOf<"person">, string>,
    withinFirst: "您可以查看的技能组或坐席太多，只包括其中这些的通话：{names}",
    separator: "、",
    reading: "正在查找此号码的通话",
    count: "前后 {days} 天共 {count, number} 次通话（含这一次）",
    repeats: "重复来电 {count, number} 次",
    cut: "通话太多，只显示最近的 {count, number} 次。",
    after: {
      rangAgain: "没有接到人工，{length}后再次来电，{outcome}",
      calledBack: "没有接到人工，{length}后回拨，{outcome}",
      answered: "已接通",
      unanswered: "未接通",
      neither: "没有接到人工，之后没有再次来电，也没有回拨",
      minutes: "{minutes, number} 分钟",
      hours: "{hours, number} 小时 {minutes, number} 分钟",
      days: "{days, number} 天 {hours, number} 小时",
    },
  },
  timeline: {
    title: "时间线",
    source: {
      events: "按云服务的事件绘制",
      sums: "云服务没有给出事件，按各段时长依次绘制",
      reading: "正在读取事件，先按各段时长依次绘制",
      unread: "没有读取事件，按各段时长依次绘制",
      forbidden: "云服务账号没有读取事件的权限，按各段时长依次绘制",
      failed: "没有取得事件（{reason}），按各段时长依次绘制",
    },
    zone: "时间为 {zone}",
    undated: "这条通话没有开始时间，无法绘制。",
    running: "没有结束时间，可能仍在通话中",
    parties: {
      customer: "客户",
      ivr: "IVR",
      queue: "排队",
      agent: "坐席",
    } satisfies Record<CallSide, string>,
    held: "保持",
    heldUnplaced: "其中保持 {length}，时刻未知",
    endUntold: "{length} 起，结束时间未知",
    several: "{phase} {count} 次，共 {length}",
    /** The customer's part of the call as a whole. */
    whole: "全程",
    zoomIn: "放大",
    zoomOut: "缩小",
    showWhole: "显示全程",
    axis: "时间轴：{from} 至 {to}",
    keys: "+ − 缩放，0 显示全程，← → 移动；也可按住 Ctrl 滚动滚轮、拖动或双指缩放",
    list: "事件列表（{count}）",
    copy: "复制列表",
    columns: { at: "时刻", offset: "起算", what: "事件", who: "谁", length: "时长" },
    unknownAt: "未知",
    events: {
      Route2IVR: "进入 IVR",
      Enqueue: "进入排队",
      AssignAgent: "分配坐席",
      QueueingTimeout: "排队超时",
      QueueingOverflow: "排队溢出",
      QueueingFailure: "排队失败",
      QueueingCancelled: "排队取消",
      Dialing: "拨号",
      Ringing: "响铃",
      Established: "接通",
      Held: "保持",
      Retrieved: "取消保持",
      Abandoned: "放弃",
      Released: "挂断",
    } satisfies Record<CallEventName, string>,
    instants: {
      startTime: "通话开始",
      establishedTime: "通话接通",
      releaseTime: "通话结束",
    },
  },
};

type SameShape<Of> = {
  readonly [Key in keyof Of]: Of[Key] extends string ? string : SameShape<Of[Key]>;
};

/** The same in another language. */
export type CallMessages = SameShape<typeof callMessagesZhCn>;
