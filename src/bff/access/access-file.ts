import * as z from "zod";
import { LOCALES } from "#contract/api/locales.ts";

// The access file (`ACCESS_FILE`): which roles there are, who has them, and what each may. Its schema is
// published as `docs/access-file.schema.json`, which is made of this one.

const text = z
  .string()
  .min(1, { error: "must not be empty" })
  .max(200, { error: "must have at most 200 characters" });

const words = z
  .partialRecord(z.enum(LOCALES), text)
  .describe("A text for the screen, by language.");

const claim = text.describe(
  "A claim of the sign-in provider: its name, or the way to it through objects, such as `realm_access.roles`. Its value is a text or a list of texts.",
);

const right = (description: string) => z.boolean().default(false).describe(description);

const rights = z
  .strictObject({
    instances: z
      .union([z.literal("all"), z.array(text)])
      .default([])
      .describe(
        "`all` that the server may read, or the ids of some; the first is where one begins.",
      ),
    calls: z
      .enum(["all", "own-groups", "own-calls"])
      .optional()
      .describe(
        "Whose calls: everybody's, those of the reader's skill groups (`skillGroupsClaim`), or those that the reader took (`agentsClaim`). Without it the role opens no calls, and only adds rights to another role. A role of `own-groups` or `own-calls` is not given to whom the claim names no group or agent.",
      ),
    numbers: z
      .enum(["full", "masked"])
      .default("masked")
      .describe("Phone numbers as they are, or with their middle hidden: `138****5678`."),
    searchByNumber: right(
      "Filters by a phone number. A search for parts of it spells a masked number out.",
    ),
    revealNumbers: right("The numbers of one call at a time, with a reason that is noted."),
    recording: z
      .strictObject({
        listen: right("Recordings can be heard."),
        download: right("Recordings can be downloaded."),
      })
      .prefault({}),
    export: z
      .strictObject({
        page: right("The page in view can be exported."),
        all: right("All calls of a view can be exported."),
      })
      .prefault({}),
  })
  .describe("What the role may. What is not named it may not.");

const role = z
  .strictObject({
    name: text.describe("A short name, for logs. No two roles have the same."),
    words: words.optional(),
    claim,
    values: z
      .array(text)
      .min(1, { error: "must have at least one value" })
      .describe("Whoever has one of these values in the claim has the role."),
    rights,
  })
  .describe("A role, and who has it.");

export const accessFileSchema = z
  .strictObject({
    $schema: z.string().optional(),
    whomToAsk: words
      .optional()
      .describe("Whom somebody may ask who signs in and has no role, for the screen."),
    skillGroupsClaim: claim.optional(),
    agentsClaim: claim.optional(),
    roles: z.array(role).min(1, { error: "must have at least one role" }),
  })
  .describe(
    "Who may do what. Of several roles the widest `calls` counts (`all`, then `own-groups`, then `own-calls`), in the instances of those roles that give it; any other right is had where a role gives it that opens these calls in all of these instances, or that has neither `calls` nor `instances`. Who has no role that opens the calls of any instance sees a page that says so.",
  );

/** The access file, read. */
export type AccessFile = z.output<typeof accessFileSchema>;
/** A role of {@link AccessFile}. */
export type Role = AccessFile["roles"][number];
