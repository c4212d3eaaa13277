import * as z from "zod/mini";
import { LOCALES } from "./locales.ts";

/** A text of whoever runs the server, in the languages that they wrote it in. */
export const wordsSchema = z.partialRecord(z.enum(LOCALES), z.string());

/** See {@link wordsSchema}. */
export type Words = z.infer<typeof wordsSchema>;
