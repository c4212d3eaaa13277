import { createChoice } from "#app/ui/preference.ts";

/** As what the page can be saved. */
export const FILE_FORMATS = ["xlsx", "csv"] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** As what rows can be copied. */
export const TEXT_FORMATS = ["tsv", "markdown"] as const;
export type TextFormat = (typeof TEXT_FORMATS)[number];

/** The one that was used last. */
export const FILE_FORMAT = createChoice("callscope.export-format", FILE_FORMATS);
