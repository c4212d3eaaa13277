import * as z from "zod/mini";

// What a reader may do: one tuple, decided by the server for each request. The screen leaves out what it
// does not give; the server refuses it all the same.

/** Whose calls: everybody's, those of the reader's skill groups, or those that the reader took. */
const CALLS_SEEN = ["all", "own-groups", "own-calls"] as const;
/** Phone numbers as they are, or with their middle hidden. */
const NUMBERS_SEEN = ["full", "masked"] as const;

export const rightsSchema = z.object({
  /** Which instances, of those that the server may read. */
  instances: z.union([z.literal("all"), z.array(z.string())]),
  calls: z.enum(CALLS_SEEN),
  numbers: z.enum(NUMBERS_SEEN),
  /** Filters by a phone number: a search for a part of it would spell a masked one out. */
  searchByNumber: z.boolean(),
  /** The numbers of one call at a time, with a reason. */
  revealNumbers: z.boolean(),
  recording: z.object({ listen: z.boolean(), download: z.boolean() }),
  export: z.object({ page: z.boolean(), all: z.boolean() }),
});

/** See {@link rightsSchema}. */
export type Rights = z.infer<typeof rightsSchema>;

/** Those of whoever runs the server on their own machine, where nobody signs in. */
export const ALL_RIGHTS: Rights = {
  instances: "all",
  calls: "all",
  numbers: "full",
  searchByNumber: true,
  revealNumbers: true,
  recording: { listen: true, download: true },
  export: { page: true, all: true },
};

/** What a request may need of them, by a name for the screen. */
export const RIGHT_NAMES = [
  "searchByNumber",
  "revealNumbers",
  "listen",
  "download",
  "exportPage",
  "exportAll",
] as const;

/** One of {@link RIGHT_NAMES}. */
export type RightName = (typeof RIGHT_NAMES)[number];

const HAS_RIGHT = {
  searchByNumber: ({ searchByNumber }) => searchByNumber,
  revealNumbers: ({ revealNumbers }) => revealNumbers,
  listen: ({ recording }) => recording.listen,
  download: ({ recording }) => recording.download,
  exportPage: (rights) => rights.export.page,
  exportAll: (rights) => rights.export.all,
} as const satisfies Record<RightName, (rights: Rights) => boolean>;

/** Whether a right is among a reader's. */
export function hasRight(rights: Rights, name: RightName): boolean {
  return HAS_RIGHT[name](rights);
}
