import * as z from "zod";

/** A session, whole: there is no store, so it travels in its cookie. */
export interface Session {
  /** Ours, the same through all renewals. */
  readonly id: string;
  /** The provider's `sub`. */
  readonly subject: string;
  readonly name?: string | undefined;
  /** Those that the access rules read. */
  readonly claims: Readonly<Record<string, unknown>>;
  /** With it the session is renewed. */
  readonly refreshToken?: string | undefined;
  /** Tells the provider at the end whose session it is; left out where it does not fit. */
  readonly idToken?: string | undefined;
  /** The provider's name of its own session. */
  readonly sid?: string | undefined;
  /** When the reader proved to the provider who they are, s since 1970. */
  readonly authTime?: number | undefined;
  /** ms since 1970, as are the next two. */
  readonly startedAt: number;
  /** When the provider last stood by it. */
  readonly renewedAt: number;
  /** When its reader last asked for something, give or take a minute: what a tab asks by itself is no use. */
  readonly usedAt: number;
}

/** A session is good for so long on the provider's word alone. */
export const FRESH_MS = 10 * 60_000;

const instant = z.int().nonnegative();

/** What {@link writeSession} wrote. Names are short, for a cookie has little room. */
const sealedSchema = z.object({
  jti: z.string(),
  sub: z.string(),
  n: z.string().optional(),
  c: z.record(z.string(), z.unknown()),
  r: z.string().optional(),
  i: z.string().optional(),
  sid: z.string().optional(),
  a: z.number().optional(),
  s: instant,
  w: instant,
  u: instant,
});

export function writeSession(session: Session): z.input<typeof sealedSchema> {
  const { id, subject, name, claims, refreshToken, idToken, sid, authTime } = session;
  const { startedAt, renewedAt, usedAt } = session;
  return {
    jti: id,
    sub: subject,
    n: name,
    c: { ...claims },
    r: refreshToken,
    i: idToken,
    sid,
    a: authTime,
    s: startedAt,
    w: renewedAt,
    u: usedAt,
  };
}

/** Undefined: it is of another edition. */
export function readSession(content: unknown): Session | undefined {
  const { data } = sealedSchema.safeParse(content);
  if (data === undefined) return undefined;
  const { jti, sub, n, c, r, i, sid, a, s, w, u } = data;
  return {
    id: jti,
    subject: sub,
    name: n,
    claims: c,
    refreshToken: r,
    idToken: i,
    sid,
    authTime: a,
    startedAt: s,
    renewedAt: w,
    usedAt: u,
  };
}
