import { expect, test } from "vitest";
import { keptText } from "./kept-text.ts";

test.each([
  "+862155500100",
  "02155500100",
  "12515239414412000123",
  "(021)55500100",
  "138-0013-8000",
  "=1+1",
  "＝1+1",
  "@SUM(A1)",
  "-1",
  "- x",
  " =1",
  "\t=1",
  "\r=1",
  "\n=1",
  "\u00A0=1",
  "\0=1",
  "5月1日",
  "2026年11月",
  "下午3点",
  "3 p",
  "5 Mar",
  "1/2",
  "12:30",
  "100%",
  "¥100",
  "1,000",
  "１２３",
  "1E5",
  "TRUE",
  "false",
  "#N/A",
  "#REF!",
  "3、4",
])("%j would be changed, and is a formula that is nothing but this text", (text) => {
  expect(keptText(text)).toBe(`="${text}"`);
});

test.each([
  "",
  "138****5678",
  "张三",
  "坐席 7 组",
  "张三 → 李四",
  "上海市-上海",
  "job-12515239414412000",
  "Agent 12",
  "A1",
  "5 stars",
  "呼入",
  "Trueman",
])("%j is left as it is", (text) => {
  expect(keptText(text)).toBe(text);
});

test("a text cannot end the formula that it stands in", () => {
  expect(keptText('="&cmd|x')).toBe('="=""&cmd|x"');
});

test("no text of a formula is longer than Excel takes", () => {
  const [first, second] = ["1".repeat(120), "2".repeat(120)];
  expect(keptText(`${first}${second}3`)).toBe(`="${first}"&"${second}"&"3"`);
  // Halves of a character stay together.
  expect(keptText(`=${"x".repeat(118)}😀y`)).toBe(`="=${"x".repeat(118)}😀"&"y"`);
});

test("what is too long for any formula begins with an apostrophe, where it would be run", () => {
  expect(keptText(`=${"x".repeat(9000)}`)).toBe(`'=${"x".repeat(9000)}`);
});
