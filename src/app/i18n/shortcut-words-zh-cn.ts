/** The help on shortcuts, in Chinese. It comes with its dialog, apart from the first load's messages. */
export const shortcutWordsZhCn = {
  title: "键盘快捷键",
  groups: {
    moving: "在表格里移动",
    row: "在一行上",
    record: "在通话详情里",
    timeline: "在时间线上",
    recording: "在录音播放器里",
    cell: "在单元格上",
    heading: "在列标题上",
    screen: "任何地方",
  },
  moving: {
    step: "移动一格",
    rowEnds: "本行首格、末格",
    listEnds: "列表开头、末尾",
    screenful: "上一屏、下一屏",
  },
  row: {
    open: "打开这条通话",
    openInTab: "在新标签页打开这条通话",
    close: "关闭详情，回到这一行",
  },
  record: {
    neighbour: "上一条、下一条通话",
    scroll: "滚动详情",
    beside: "固定这条通话，与下一条并排对比；再按一次结束",
  },
  timeline: {
    zoom: "放大、缩小",
    whole: "显示全程",
    move: "向前、向后移动",
  },
  recording: {
    play: "播放、暂停",
    near: "后退、前进 5 秒",
    far: "后退、前进 15 秒",
    speed: "减速、加速",
  },
  screen: {
    time: "选择或输入时间范围",
    steps: "前一时段、后一时段",
    out: "扩大时间范围",
    views: "打开保存的视图",
    undo: "撤销、恢复视图的改动",
    help: "打开或关闭本说明",
  },
  /** Keys that keyboards name in words. */
  keys: { space: "空格", menu: "菜单键" },
};

/** The shape that every language fills. */
export type ShortcutWords = typeof shortcutWordsZhCn;
