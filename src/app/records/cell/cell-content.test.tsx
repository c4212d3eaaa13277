import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { CallRecord } from "#contract/record/call-record.ts";
import { COLUMN_NAMES, type Column } from "#contract/view/columns.ts";
import type { Words } from "#labels/field-text.ts";
import { createFormats } from "#labels/formats.ts";
import { messagesEnUs } from "#labels/messages-en-us.ts";
import { messagesZhCn } from "#labels/messages-zh-cn.ts";
import { cellContent, cellText } from "./cell-content.tsx";

const START = Date.UTC(2026, 10, 22, 6, 5, 12);
const wordsOf = (locale: string, labels: Words["labels"]): Words => ({
  labels,
  formats: createFormats(locale, "Asia/Shanghai"),
  nowMs: START,
});
const ZH = wordsOf("zh-CN", messagesZhCn);
const EN = wordsOf("en-US", messagesEnUs);

const html = (record: CallRecord, column: Column, words = ZH) =>
  renderToStaticMarkup(<>{cellContent(record, column, words)}</>);
/** What is read out: texts, and the labels of what is drawn. */
const heard = (markup: string) =>
  markup
    .replaceAll(/<span role="img" aria-label="([^"]*)"[^>]*>[^<]*<\/span>/g, "[$1]")
    .replaceAll(/<[^>]*>/g, "");
const fieldsIn = (markup: string) =>
  [...markup.matchAll(/data-field="(\w+)"(?: data-index="(\d+)")?/g)].map(([, field, index]) =>
    index === undefined ? field : `${field}/${index}`,
  );

describe("parties", () => {
  const record: CallRecord = {
    callingNumber: "15400000001",
    callerLocation: "广西壮族自治区-南宁",
    calledNumber: "02105550100",
    calleeLocation: "上海",
  };

  test("stand in one line, the city in place of province and city, each part by its own field", () => {
    const markup = html(record, "parties");
    expect(heard(markup)).toBe("15400000001 南宁[呼叫]02105550100 上海");
    expect(heard(html(record, "parties", EN))).toBe("15400000001 南宁[calls]02105550100 上海");
    expect(fieldsIn(markup)).toEqual([
      "callingNumber",
      "callerLocation",
      "calledNumber",
      "calleeLocation",
    ]);
  });

  test("are copied whole", () => {
    expect(cellText(record, "parties", ZH)).toBe(
      "15400000001 广西壮族自治区-南宁 → 02105550100 上海",
    );
  });

  test("show which of them is missing, and nothing where both are", () => {
    expect(cellText({ calledNumber: "8001" }, "parties", ZH)).toBe("– → 8001");
    expect(heard(html({ calledNumber: "8001" }, "parties"))).toBe("–[呼叫]8001");
    expect(cellText({ callerLocation: "上海市-上海" }, "parties", ZH)).toBe("上海市-上海 → –");
    expect(cellContent({}, "parties", ZH)).toBeUndefined();
    expect(cellText({}, "parties", ZH)).toBeUndefined();
  });

  test("keep a place that is no province and city as it is", () => {
    expect(html({ callerLocation: "未知-" }, "parties")).toContain("未知-");
  });
});

describe("a chain of names", () => {
  test("is one chip each, which says where in the chain it stands", () => {
    const record = { agentNames: ["陈晨", "周敏", "陈晨"], agentIds: ["a", "b", "a"] };
    const markup = html(record, "agentNames");
    expect(heard(markup)).toBe("陈晨 › 周敏 › 陈晨");
    expect(fieldsIn(markup)).toEqual(["agentNames/0", "agentNames/1", "agentNames/2"]);
    expect(fieldsIn(html(record, "agentIds"))).toEqual(["agentIds/0", "agentIds/1", "agentIds/2"]);
  });

  test("of one is plain text: who points at the cell means it", () => {
    const markup = html({ skillGroupNames: ["售后服务组"] }, "skillGroupNames");
    expect(markup).toBe("售后服务组");
  });

  test("of nobody is nothing", () => {
    expect(cellContent({}, "agentNames", ZH)).toBeUndefined();
    expect(cellContent({ agentNames: [] }, "agentNames", ZH)).toBeUndefined();
  });
});

describe("phases", () => {
  const record: CallRecord = {
    startTime: START,
    establishedTime: START + 85_000,
    releaseTime: START + 285_000,
    ivrTime: 12,
    queueTime: 65,
    ringTime: 8,
    dialingTime: 0,
    talkTime: 200,
  };

  test("are one element that says in words what it draws", () => {
    const markup = html(record, "phases");
    expect(heard(markup)).toBe("[IVR 0:12 · 排队 1:05 · 响铃 0:08 · 通话 3:20]");
    expect(markup.match(/<\w/g)).toHaveLength(1);
    expect(markup).toContain("linear-gradient");
    expect(markup).toContain('title="IVR 0:12 · 排队 1:05');
    expect(cellText(record, "phases", EN)).toBe("IVR 0:12 · Queue 1:05 · Ring 0:08 · Talk 3:20");
  });

  test("that cannot be are flagged with the reason and not drawn", () => {
    const markup = html({ ...record, queueTime: 6500 }, "phases");
    expect(heard(markup)).toBe("[时间有误 · 各段时长之和超过了整个通话]");
    expect(markup).toContain("⚠︎ 时间有误<");
    expect(markup).not.toContain("gradient");
    expect(cellText({ ...record, ringTime: -1 }, "phases", EN)).toBe(
      "Inconsistent times · a duration is negative",
    );
  });

  test("of no length have nothing to draw, and unknown ones nothing to say", () => {
    expect(heard(html({ ivrTime: 0, talkTime: 0 }, "phases"))).toBe("0:00");
    expect(cellContent({ startTime: START }, "phases", ZH)).toBeUndefined();
  });
});

describe("satisfaction", () => {
  test.each<[CallRecord, string | undefined, string | undefined]>([
    [{ satisfactionSurveyOffered: false }, "未邀请", "not offered"],
    [{ satisfactionSurveyOffered: true }, "未评价", "no answer"],
    [{ satisfactionIndex: 5, satisfactionDescription: "很满意" }, "5 · 很满意", "5 · 很满意"],
    [{ satisfactionSurveyOffered: true, satisfactionIndex: 0 }, "0", "0"],
    [{ satisfactionDescription: "很满意" }, "很满意", "很满意"],
    [{}, undefined, undefined],
  ])("of %o reads %s", (record, zh, en) => {
    expect(cellText(record, "satisfaction", ZH)).toBe(zh);
    expect(cellText(record, "satisfaction", EN)).toBe(en);
    expect(heard(html(record, "satisfaction"))).toBe(zh ?? "");
  });

  test("names the field of each part", () => {
    const answered = { satisfactionIndex: 5, satisfactionDescription: "很满意" };
    expect(fieldsIn(html(answered, "satisfaction"))).toEqual([
      "satisfactionIndex",
      "satisfactionDescription",
    ]);
    expect(fieldsIn(html({ satisfactionSurveyOffered: true }, "satisfaction"))).toEqual([
      "satisfactionSurveyOffered",
    ]);
  });
});

describe("a field", () => {
  test("whose wait was worked out says so beside the figure, not in it", () => {
    const gaveUp: CallRecord = {
      contactDisposition: "AbandonedInQueue",
      waitTime: 0,
      queueTime: 62,
      ringTime: 3,
    };
    expect(heard(html(gaveUp, "waitTime"))).toBe("1:05[来电者在等待中放弃：排队 + 响铃]");
    expect(cellText(gaveUp, "waitTime", ZH)).toBe("1:05");
    expect(html({ waitTime: 65 }, "waitTime")).toBe("1:05");
  });

  test("with a tone has a dot beside its words, others are plain text", () => {
    expect(html({ contactDisposition: "Success" }, "contactDisposition")).toMatch(
      /^<span aria-hidden="true"[^>]*><\/span><span>正常结束<\/span>$/,
    );
    expect(html({ contactType: "Inbound" }, "contactType", EN)).toBe("Inbound");
    expect(html({ startTime: START }, "startTime")).toBe("11-22 14:05:12");
  });
});

test("a name that is written from right to left has an element that is cut at its own end", () => {
  for (const [record, column] of [
    [{ agentNames: ["נועה כהן"] }, "agentNames"],
    [{ satisfactionDescription: "ممتاز" }, "satisfactionDescription"],
  ] as const)
    expect(html(record, column)).toContain("<bdi");
  expect(html({ agentNames: ["Jane"] }, "agentNames")).not.toContain("<bdi");
});

test("in an hour that clocks show twice the cell says in its title which of the two it is", () => {
  const words = { ...EN, formats: createFormats("en-US", "America/New_York") };
  const startTime = Date.UTC(2026, 10, 1, 6, 30);
  expect(html({ startTime }, "startTime", words)).toContain('title="11-01 01:30:00 UTC-05:00"');
});

test("of an empty record no cell shows anything", () => {
  for (const column of COLUMN_NAMES) {
    expect([column, cellContent({}, column, ZH)]).toEqual([column, undefined]);
    expect([column, cellText({}, column, ZH)]).toEqual([column, undefined]);
  }
});
