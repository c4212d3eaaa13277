import * as z from "zod/mini";
import { LOCALES } from "./locales.ts";
import { rightsSchema } from "./rights.ts";
import { scopeSchema } from "./scope.ts";
import { wordsSchema } from "./words.ts";

// `GET /api/session`: who is looking, and what they may look at. It takes no parameters.

/** The reply of `GET /api/session`. */
export const sessionSchema = z.object({
  /** null where no sign-in is configured. */
  user: z.nullable(
    z.object({
      /** The provider's name of them; two people may have the same `name`. */
      subject: z.string(),
      name: z.string(),
      /** `words`: what people call the role, where the access file says it. */
      roles: z.array(z.object({ name: z.string(), words: z.optional(wordsSchema) })),
    }),
  ),
  rights: rightsSchema,
  /** null: all calls of the instances. */
  scope: z.nullable(scopeSchema),
  /** The instances that the reader may see; the first is where a view without one begins. */
  instances: z.array(z.object({ id: z.string(), name: z.string() })),
  /** IANA name. All calendar days are days of this zone. */
  timeZone: z.string(),
  /** How many days the upstream keeps a record. */
  retentionDays: z.number(),
  /** What a service level is of where its view does not say, s. */
  serviceLevelSeconds: z.number(),
  /** The language to start in, where the reader has not chosen one. */
  locale: z.enum(LOCALES),
  /** True when the records are generated: the screen says so. */
  sampleData: z.boolean(),
  /** The server's clock, ms: results are pinned by it, not by the reader's own clock. */
  serverTime: z.number(),
});

/** See {@link sessionSchema}. */
export type Session = z.infer<typeof sessionSchema>;
