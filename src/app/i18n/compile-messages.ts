import compile from "icu-minify/compile";
import type { CompiledMessage } from "icu-minify/format";

/** Texts by name, in groups of groups, as `messages-*.ts` write them. */
export type Texts = { readonly [name: string]: string | Texts };
export type CompiledTexts = { readonly [name: string]: CompiledMessage | CompiledTexts };

/**
 * The same texts with their ICU messages parsed, as `use-intl/format-message/format-only` takes them.
 * A text without blanks stays a plain string. Called by vite.config.ts: the parser is heavier than
 * all texts together, so it runs while building and not in the browser.
 *
 * @throws SyntaxError for a text that is no ICU message
 */
export function compileMessages(texts: Texts): CompiledTexts {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [
      name,
      typeof text === "string" ? compile(text) : compileMessages(text),
    ]),
  );
}
