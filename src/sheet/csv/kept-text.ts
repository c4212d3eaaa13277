/** What a spreadsheet would run: a formula, also behind blanks and in the wide forms of a Chinese keyboard. */
const FORMULA = /^[\s\0]*[=+\-@＝＋－＠]|^[\t\r\n]/;
/** Errors and truth are no texts to it either. */
const WORD = /^\s*(?:true|false|#(?:n\/a|[a-z\d/]+[!?]))\s*$/i;
/** A figure, an amount, a share, a date or a time: digits, and of letters only those that such are written with. */
const FIGURE =
  /^(?=.*\p{Nd})(?:(?!\*)[\p{Nd}\p{P}\p{S}\s]|[年月日号时時分秒元点]|上午|下午|(?<=[^\p{L}])(?:e|[ap]m?)|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)+$/isu;

/** Excel takes 255 characters at most as one text of a formula, and 8,192 as the formula. */
const PIECES = /.{1,120}/gsu;
const LONGEST_FORMULA = 8_192;

/**
 * A text as a spreadsheet leaves it as it is. What would become a number, a date or a formula is written as a
 * formula that is nothing but this text, `="021"`: nothing is added that one sees, copies or finds. Text that
 * is too long for any formula gets an apostrophe, where it would be run. Decision 0025 says what else was tried.
 */
export function keptText(text: string): string {
  const isRun = FORMULA.test(text);
  return isRun || WORD.test(text) || FIGURE.test(text) ? textFormula(text, isRun) : text;
}

/** A formula that is nothing but this text. @param isRun whether it must not stand there as it is */
export function textFormula(text: string, isRun: boolean): string {
  const pieces = text.match(PIECES) ?? [];
  const formula = `=${pieces.map((piece) => `"${piece.replaceAll('"', '""')}"`).join("&")}`;
  if (formula.length <= LONGEST_FORMULA) return formula;
  return isRun ? `'${text}` : text;
}
