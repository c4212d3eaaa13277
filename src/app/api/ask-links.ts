import type { QueryClient } from "@tanstack/react-query";
import { LINKS_ROUTE } from "#contract/api/first-paths.ts";
import {
  linksReplySchema,
  type LinksReply,
  type LinksRequest,
  type ToldNumber,
} from "#contract/api/links.ts";
import { FILTERS, type Criteria, type FilterKeyOf } from "#contract/filter/filters.ts";
import { phoneCodec } from "#contract/filter/phone-number.ts";
import { clearNumbers, type PhoneName } from "#contract/filter/sealed-number.ts";
import {
  KNOWN_NUMBERS,
  knownNumbers,
  numberKey,
  tokenOf,
  withNumbers,
  type KnownNumbers,
} from "./known-numbers.ts";
import { postJson } from "./post-json.ts";
import { tell } from "./told.ts";

/**
 * Asks for the tokens of numbers, or for what tokens hold. What is told is learned as it is read.
 *
 * @throws {ApiError} as {@link postJson}
 */
export async function askLinks(
  client: QueryClient,
  asked: LinksRequest,
  signal: AbortSignal = new AbortController().signal,
): Promise<LinksReply> {
  const reply = await postJson(LINKS_ROUTE, asked, linksReplySchema, signal);
  learnNumbers(client, asked, reply);
  return reply;
}

/** The same for some of the criteria. */
export function askNumbers(
  client: QueryClient,
  instance: string | undefined,
  criteria: Criteria,
  keys: readonly FilterKeyOf<"phone">[],
  signal?: AbortSignal,
): Promise<LinksReply> {
  const numbers = Object.fromEntries(
    keys.map((key) => [FILTERS[key].url, phoneCodec.write(criteria[key] ?? "")]),
  );
  return askLinks(client, { instance, numbers }, signal);
}

/** The criteria as an address may have them: with tokens for numbers, of which known ones are not asked for again. */
export async function sealedCriteria(
  client: QueryClient,
  instance: string,
  criteria: Criteria,
  signal: AbortSignal,
): Promise<Criteria> {
  const sealed = () => withNumbers(knownNumbers(client), instance, criteria, tokenOf);
  const unknown = clearNumbers(sealed());
  if (unknown.length > 0) await askNumbers(client, instance, criteria, unknown, signal);
  return sealed();
}

/** Notes what was told. Of several tokens of one number the first is gone on with, so that equal views are equal. */
function learnNumbers(client: QueryClient, asked: LinksRequest, reply: LinksReply): void {
  tell(client, KNOWN_NUMBERS, (known) => {
    const numbers = new Map(known);
    for (const [name, told] of Object.entries(reply.numbers)) {
      // The schema gives no other names.
      const filter = name as PhoneName;
      const kept = told && { ...told, ...firstOf(known, told) };
      const text =
        "numbers" in asked ? phoneCodec.read(asked.numbers[filter] ?? "").value : undefined;
      for (const one of [text, told?.token, kept?.token])
        if (one !== undefined) numbers.set(numberKey(reply.instance, filter, one), kept);
    }
    return numbers;
  });
}

/** What was told first of the same number: a print is of one number in one place. */
function firstOf(known: KnownNumbers, { print }: ToldNumber): ToldNumber | undefined {
  if (print === undefined) return undefined;
  return [...known.values()].find((one) => one?.print === print) ?? undefined;
}
