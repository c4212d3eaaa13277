/** What a spreadsheet would run: a formula, also behind blanks and in the wide forms of a Chinese keyboard. */
const FORMULA = /^[\s\0]*[=+\-@＝＋－＠]|^[\t\r\n]/;
/** Errors and truth are no texts to it either. */
const WORD = /^\s*(?:true|false|#(?:n\/a|[a-z\d/]+[!?]))\s*$/i;
/** A figure, an amount, a share, a date or a time: digits, and of letters only those that such are written with. */
const FIGURE =
  /^(?=.*\p{Nd})(?:(?!\*)[\p{Nd}\p{P}\p{S}\s]|[年月日号时時分秒元点]|上午|下午|(?<=[^\p{L}])(?:e|[ap]m?)|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)+$/isu;

/** Excel takes no longer text within a formula. */
const LONGEST_KEPT = 255;

/**
 * A text as a spreadsheet leaves it as it is. What would become a number, a date or a formula is written as a
 * formula that is nothing but this text, `="021"`: nothing is added that one sees, copies or finds. A formula
 * that is too long for that gets an apostrophe. Decision 0025 says what else was tried.
 */
export function keptText(text: string): string {
  if (text.length > LONGEST_KEPT) return FORMULA.test(text) ? `'${text}` : text;
  const isChanged = FORMULA.test(text) || WORD.test(text) || FIGURE.test(text);
  return isChanged ? `="${text.replaceAll('"', '""')}"` : text;
}
