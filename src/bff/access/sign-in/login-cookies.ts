import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import * as z from "zod";
import { clearCookie, cookiesOf, cookieText, LOGIN_COOKIE, setCookie } from "./cookies.ts";
import { returnAddress } from "./return-address.ts";
import type { Sealer } from "./sealer.ts";

/** A login under way, or one that has led to a session. */
export interface Login {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly returnTo: string;
  /** ms since 1970. */
  readonly startedAt: number;
  /** When it led to a session; undefined while it is under way. */
  readonly doneAt?: number | undefined;
}

/**
 * A cookie for each login: tabs that sign in at the same time do not overwrite each other's, and who has
 * none for a state did not begin that login.
 */
export interface LoginCookies {
  read(request: FastifyRequest, state: string): Promise<Login | undefined>;
  /** Logins of this browser, the latest first. */
  all(request: FastifyRequest): Promise<readonly Login[]>;
  /** The eldest of too many make room. */
  write(request: FastifyRequest, reply: FastifyReply, login: Login): Promise<void>;
  clear(reply: FastifyReply, state: string): void;
}

/** Time to type a password, and to look for a telephone. */
const LOGIN_MS = 10 * 60_000;
/**
 * Of all but the newest. A request's headers are 16 kB at most, with the session and an address: room for
 * ten tabs that sign in at once, or two with links as long as they may be.
 */
const MOST_BYTES = 5_500;

const sealedSchema = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  // Sealed or not, it leads to a page of ours.
  returnTo: z.string().transform(returnAddress),
  startedAt: z.number(),
  doneAt: z.number().optional(),
});

/** The state itself would stand in a name that others may log. */
function nameOf(state: string): string {
  const hash = createHash("sha256").update(state).digest("base64url").slice(0, 16);
  return `${LOGIN_COOKIE}-${hash}`;
}

export function createLoginCookies(sealer: Sealer, now: () => number): LoginCookies {
  async function open(sealed: string): Promise<Login | undefined> {
    return sealedSchema.safeParse(await sealer.open(sealed)).data;
  }

  /** With the names of their cookies, the latest first; a login is undefined where there is none in one. */
  async function named(request: FastifyRequest) {
    const cookies = [...cookiesOf(request, LOGIN_COOKIE)];
    const logins = await Promise.all(
      cookies.map(async ([name, sealed]) => ({
        name,
        bytes: name.length + sealed.length,
        login: await open(sealed),
      })),
    );
    const startOf = (login: Login | undefined) => login?.startedAt ?? 0;
    return logins.toSorted((a, b) => startOf(b.login) - startOf(a.login));
  }

  return {
    async read(request, state) {
      const name = nameOf(state);
      const sealed = cookiesOf(request, name).get(name);
      return sealed === undefined ? undefined : open(sealed);
    },
    async all(request) {
      return (await named(request)).flatMap(({ login }) => login ?? []);
    },
    async write(request, reply, login) {
      const mine = nameOf(login.state);
      let room = MOST_BYTES;
      for (const { name, bytes, login: other } of await named(request)) {
        if (name === mine) continue;
        room -= bytes;
        if (room < 0 || other === undefined) clearCookie(reply, name);
      }
      const endsAt = login.startedAt + LOGIN_MS;
      const text = cookieText(mine, await sealer.seal({ ...login }, endsAt), endsAt - now());
      // A return address is bounded, and the rest is short.
      if (text === undefined) throw new Error("A login does not fit into its cookie.");
      setCookie(reply, text);
    },
    clear: (reply, state) => clearCookie(reply, nameOf(state)),
  };
}
