import { fieldNamed } from "./field-names.ts";

/** The text of one JSON object, or why there is none. */
export type JsonPiece = {
  /** Where it begins, from 1. */
  readonly line: number;
} & ({ readonly text: string } | { readonly fault: string });

/** Names under which replies hold their records: the provider's, those of its SDK, our own. */
const LEADS_TO_RECORDS = new Set(["body", "data", "list", "records"]);

/** In characters. */
const LONGEST_OBJECT = 16 * 1024 * 1024;

const isBlankOrComma = (char: string) => /[\s,]/.test(char);

/** Whether the object that begins so, up to a member's value, names a field of a call record. */
function isRecord(begin: string): boolean {
  try {
    // What JSON.parse gives of such a text is an object.
    return Object.keys(JSON.parse(`${begin}null}`) as object).some(
      (name) => fieldNamed(name) !== undefined,
    );
  } catch {
    // Whoever parses all of it will say so.
    return true;
  }
}

/**
 * Splits JSON into the records it holds: objects one behind the other, in lists, or deep in replies,
 * `{"Code":"OK","Data":{"List":[…]}}`. It holds one object at a time, and looks at brackets and texts
 * alone: whether an object is JSON, its reader will find.
 */
export class JsonSplitter {
  /** What is open around the object: of a reply all is left out but the lists that lead to records. */
  readonly #around: ("list" | "reply")[] = [];
  /** Brackets open of the object, or of a part of a reply that is left out; 0 between them. */
  #depth = 0;
  #isLeftOut = false;
  #line: number;
  #beginLine = 0;
  /** What earlier chunks held of the object. */
  #before = "";
  #inText = false;
  #isEscaped = false;
  /** The last text right within the object or reply: before a colon, the name of a member. */
  #name = "";
  #hasFailed = false;

  /** @param line of the text that it is given first, from 1 */
  constructor(line = 1) {
    this.#line = line;
  }

  /** Whether all that began has ended. */
  get isDone(): boolean {
    return this.#depth === 0 && this.#around.length === 0 && !this.#inText && !this.#hasFailed;
  }

  /** The objects that end in this part of the text. Behind a fault it finds nothing more. */
  *take(chunk: string): Generator<JsonPiece> {
    /** Where in the chunk the object goes on, and the last text. */
    let from = 0;
    let textFrom = 0;
    for (let at = 0; at < chunk.length && !this.#hasFailed; at += 1) {
      const char = chunk.charAt(at);
      if (char === "\n") {
        if (this.#inText) yield this.#fail("is not JSON");
        this.#line += 1;
      } else if (this.#inText) {
        if (this.#isEscaped) this.#isEscaped = false;
        else if (char === "\\") this.#isEscaped = true;
        else if (char === '"') {
          this.#inText = false;
          if (this.#depth <= 1) this.#name += chunk.slice(textFrom, at);
        }
      } else if (char === '"' && (this.#depth > 0 || this.#around.at(-1) === "reply")) {
        this.#inText = true;
        this.#name = "";
        textFrom = at + 1;
      } else if (char === "{" || char === "[") {
        if (this.#depth === 1 && !this.#isLeftOut && this.#leadsToRecords()) {
          if (!isRecord(this.#before + chunk.slice(from, at))) {
            this.#around.push("reply");
            this.#depth = 0;
          }
        }
        if (this.#open(char)) {
          from = at;
          this.#before = "";
        }
      } else if (char === "}" || char === "]") {
        if (this.#depth === 0) {
          if (this.#around.pop() !== (char === "]" ? "list" : "reply"))
            yield this.#fail("is not JSON");
        } else {
          this.#depth -= 1;
          if (this.#depth === 0 && !this.#isLeftOut)
            yield { line: this.#beginLine, text: this.#before + chunk.slice(from, at + 1) };
        }
      } else if (this.#depth === 0) {
        const fault = this.#faultBetween(char);
        if (fault !== undefined) yield this.#fail(fault);
      }
    }
    if (this.#inText && this.#depth <= 1) this.#name += chunk.slice(textFrom);
    if (this.#depth === 0 || this.#isLeftOut || this.#hasFailed) return;
    this.#before += chunk.slice(from);
    if (this.#before.length > LONGEST_OBJECT) yield this.#fail("is longer than 16 MiB");
  }

  /** What is missing at the end of the text. */
  *end(): Generator<JsonPiece> {
    if (!this.isDone) yield* this.stop("is not JSON: it is never closed");
  }

  /** Ends before the text does. */
  *stop(fault: string): Generator<JsonPiece> {
    if (!this.#hasFailed) yield this.#fail(fault);
  }

  #leadsToRecords(): boolean {
    return LEADS_TO_RECORDS.has(this.#name.toLowerCase());
  }

  /** @returns whether an object begins that may be a record */
  #open(char: "{" | "["): boolean {
    if (this.#depth > 0) {
      this.#depth += 1;
      return false;
    }
    this.#isLeftOut = this.#around.at(-1) === "reply" && !this.#leadsToRecords();
    if (char === "[" && !this.#isLeftOut) {
      this.#around.push("list");
      return false;
    }
    this.#depth = 1;
    this.#beginLine = this.#line;
    return !this.#isLeftOut;
  }

  /** Why a character may not stand between objects. */
  #faultBetween(char: string): string | undefined {
    if (this.#around.at(-1) !== "reply")
      return isBlankOrComma(char) ? undefined : "is not a JSON object";
    return char === ":" && fieldNamed(this.#name) !== undefined
      ? `holds records beside its own ${this.#name}`
      : undefined;
  }

  #fail(fault: string): JsonPiece {
    this.#hasFailed = true;
    return { line: this.#depth > 0 ? this.#beginLine : this.#line, fault };
  }
}
