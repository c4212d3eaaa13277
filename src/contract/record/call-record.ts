import * as z from "zod/mini";
import type { EnumField, EnumValue, Open } from "./enums.ts";
import { RECORD_FIELD_NAMES, RECORD_FIELDS, type RecordField } from "./record-fields.ts";

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

/** One call. What the upstream did not say is absent, never null, empty or zero. */
export type CallRecord = { readonly [F in RecordField]?: FieldType<F> };

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

/** A call record as the BFF sends it. Fields this edition does not know are dropped. */
// The cast states what the loop builds: for each field an optional schema of its kind.
export const callRecordSchema = z.object(
  Object.fromEntries(
    RECORD_FIELD_NAMES.map((field) => [field, z.optional(KIND_SCHEMAS[RECORD_FIELDS[field]])]),
  ),
) as unknown as z.ZodMiniType<CallRecord>;
