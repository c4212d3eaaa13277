const split = (text: string, comma: RegExp | string) =>
  text.split(comma).map((name) => name.trim());

/**
 * The names in a text that joins them by commas, in the order of the ids. A name may hold a comma itself
 * (`Doe, Jane`): the number of ids says how many names there are. Where it does not come out, the text is one:
 * nobody can say which part of it is whose name. Who has none is called by the id.
 *
 * @param ids of the people whose names these are; none where the record gives the names alone
 */
export function splitNames(text: string, ids: readonly string[]): readonly string[] {
  const parts = split(text, ",");
  const given = parts.filter((name) => name !== "");
  if (given.length === 0 || ids.length === 0) return given;
  if (ids.length === 1) return [text.trim()];
  // Who joins a list writes no blank, who writes a name does.
  const names = [parts, split(text, /,(?!\s)/)].find((list) => list.length === ids.length);
  if (names !== undefined) return names.map((name, index) => name || (ids[index] ?? ""));
  return given.length > ids.length ? [text.trim()] : given;
}
