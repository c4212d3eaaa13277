import * as z from "zod/mini";
import type { EnumField, EnumValue, Open } from "./enums.ts";
import { RECORD_FIELD_NAMES, RECORD_FIELDS, type RecordField } from "./record-fields.ts";

/** What a field of each kind holds, but for `enum`. */
interface KindTypes {
  text: string;
  phone: string;
  list: readonly string[];
  instant: number;
  seconds: number;
  integer: number;
  boolean: boolean;
}

type FieldType<F extends RecordField> = F extends EnumField
  ? Open<EnumValue<F>>
  : (typeof RECORD_FIELDS)[F] extends keyof KindTypes
    ? KindTypes[(typeof RECORD_FIELDS)[F]]
    : never;

/**
 * One call, as browser and BFF know it. A field that the upstream left out, or sent null or empty, is
 * absent. Instants are ms since the epoch, durations seconds. The provider's page of
 * `ListCallDetailRecords` says what each field means.
 */
export type CallRecord = { readonly [F in RecordField]?: FieldType<F> };

// A value newer than this edition is a text, too, hence no closed set for `enum`.
const KIND_SCHEMAS = {
  text: z.string(),
  phone: z.string(),
  enum: z.string(),
  list: z.array(z.string()),
  instant: z.number(),
  seconds: z.number(),
  integer: z.number(),
  boolean: z.boolean(),
} as const;

/**
 * Reads a {@link CallRecord} in a reply of the BFF. Fields that this edition does not know are
 * dropped; a field of another type makes the record bad.
 */
// The cast states what the loop builds: for each field an optional schema of its kind.
export const callRecordSchema = z.object(
  Object.fromEntries(
    RECORD_FIELD_NAMES.map((field) => [field, z.optional(KIND_SCHEMAS[RECORD_FIELDS[field]])]),
  ),
) as unknown as z.ZodMiniType<CallRecord>;
