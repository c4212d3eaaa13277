import type { FastifyInstance } from "fastify";
import type { Openings } from "#bff/access/audit/create-openings.ts";
import type { NumberSeals, SealPlace, SealedNumber } from "#bff/access/links/number-seals.ts";
import { maskNumber } from "#bff/access/mask-numbers.ts";
import { mayFollow, mayKnow } from "#bff/access/open-numbers.ts";
import { readerOf, type Reader } from "#bff/access/reader.ts";
import { BffError } from "#bff/http/bff-error.ts";
import { readBody } from "#bff/http/read-body.ts";
import { readQuery, refuseProblems } from "#bff/http/read-query.ts";
import { replySignal } from "#bff/http/reply-signal.ts";
import { LINKS_ROUTE } from "#contract/api/first-paths.ts";
import {
  linksRequestSchema,
  NUMBER_SIDES,
  type NumberSide,
  type LinksReply,
  type ToldNumber,
} from "#contract/api/links.ts";
import { phoneCodec } from "#contract/filter/phone-number.ts";
import { isSealed, PHONE_NAMES } from "#contract/filter/sealed-number.ts";
import type { RecordField } from "#contract/record/record-fields.ts";
import { reasonOf } from "#contract/view/view-codec.ts";
import { readRecord, type ReadRecordDeps } from "./read-record.ts";

export interface LinksRouteDeps extends ReadRecordDeps {
  readonly seals: NumberSeals;
  readonly openings: Openings;
}

const NUMBER_AT = {
  caller: "callingNumber",
  called: "calledNumber",
} as const satisfies Record<NumberSide, RecordField>;

/** By the upstream itself, for accounts that may not see it. */
const MASKED = /\*{3}/;

/** `POST /api/links`: numbers sealed for a link, and opened out of one as far as the reader may know them. */
export function addLinksRoute(app: FastifyInstance, deps: LinksRouteDeps): void {
  const { seals, instances, openings } = deps;

  app.post(LINKS_ROUTE, async (request, reply): Promise<LinksReply> => {
    const query = [...readQuery(request.url).keys()];
    refuseProblems(query.map((name) => ({ name, reason: "unknown-name" })));
    const asked = readBody(request.body, linksRequestSchema);
    const reader = readerOf(request);
    if ("side" in asked) {
      const { side, contactId } = asked;
      const found = await readRecord(request, asked, replySignal(reply), deps);
      const { record, instance } = found;
      await openings.openedPart(request, { instance, contactId });
      const number = record[NUMBER_AT[side]] ?? "";
      if (MASKED.test(number) || phoneCodec.read(phoneCodec.write(number)).value !== number)
        throw new BffError("invalid_parameter", {
          field: "side",
          detail: "The call has no number at this side that a filter could be set to.",
        });
      // Whoever called may be called back: of a customer there are calls on either side.
      const told = NUMBER_SIDES.map(async (filter) => {
        const place = { instance, filter };
        return [filter, await tell({ number, source: "call" }, place, reader)] as const;
      });
      return { instance, numbers: Object.fromEntries(await Promise.all(told)) };
    }
    const instance = await instances.of(reader.rights).pick(asked.instance);
    const told = PHONE_NAMES.flatMap((filter) => {
      const text = asked.numbers[filter];
      return text === undefined ? [] : [tellOf(text, { instance, filter }, reader)];
    });
    return { instance, numbers: Object.fromEntries(await Promise.all(told)) };
  });

  /** What is told of a number, or of a token, as an address has it. */
  async function tellOf(text: string, place: SealPlace, reader: Reader) {
    const { value } = phoneCodec.read(text);
    if (value === undefined) {
      const reason = reasonOf(place.filter, text);
      refuseProblems([{ name: place.filter, reason }], "numbers.");
    } else if (!isSealed(value))
      return [place.filter, await tell({ number: value, source: "typing" }, place, reader)];
    const sealed = await seals.open(text, place);
    return [place.filter, sealed === undefined ? null : await tell(sealed, place, reader, text)];
  }

  async function tell(
    sealed: SealedNumber,
    place: SealPlace,
    { rights }: Reader,
    token?: string,
  ): Promise<ToldNumber> {
    const { number } = sealed;
    const isFollowed = mayFollow(sealed, rights);
    const isKnown = mayKnow(sealed, rights);
    return {
      token: token ?? (await seals.seal(sealed, place)),
      masked: maskNumber(number),
      mayFollow: isFollowed,
      ...(isKnown && { number }),
      ...(isFollowed && { print: seals.print(number, place, isKnown) }),
    };
  }
}
