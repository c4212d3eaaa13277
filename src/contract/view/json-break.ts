/**
 * Where a text stops being JSON, as editors count; undefined where the engine does not tell.
 *
 * @param error what `JSON.parse` threw: its own message quotes the text
 */
export function jsonBreak(
  error: unknown,
  text: string,
): { readonly line: number; readonly column: number } | undefined {
  const [, line, column] = /line (\d+),? column (\d+)/.exec(String(error)) ?? [];
  if (line !== undefined) return { line: Number(line), column: Number(column) };
  const isEnd = /Unexpected end|Unterminated/.test(String(error));
  const position =
    / at position (\d+)/.exec(String(error))?.[1] ?? (isEnd ? text.length : undefined);
  if (position === undefined) return undefined;
  const before = text.slice(0, Number(position)).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
