/** A place in a text, as editors count. */
interface Place {
  readonly line: number;
  readonly column: number;
}

/** How engines say that a text ends before its JSON does. */
const ENDS_EARLY = /unexpected end|unterminated|no number after|unexpected eof|end of (the )?data/i;

/** Where a text that is no JSON stops being it: the first sign that may not stand there, or its end. */
export function jsonBreak(text: string): Place {
  let [least, most] = [0, text.length];
  while (least < most) {
    const middle = Math.floor((least + most) / 2);
    if (isBroken(text.slice(0, middle + 1))) most = middle;
    else least = middle + 1;
  }
  const before = text.slice(0, least).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Whether nothing that could follow would make it JSON. Of the engine's message only its kind is read: it quotes. */
function isBroken(text: string): boolean {
  try {
    JSON.parse(text);
    return false;
  } catch (error) {
    if (ENDS_EARLY.test(String(error))) return false;
    return Number(/ at position (\d+)/.exec(String(error))?.[1] ?? -1) < text.length;
  }
}
