import type * as z from "zod";
import type { SetVariables } from "./read-variables.ts";
import { headerText } from "./variable-kinds.ts";

/** The access key of an account, with which requests are signed. */
export interface KeyPair {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  /** Temporary credentials alone have one. */
  readonly securityToken?: string | undefined;
}

const ID = "ALIBABA_CLOUD_ACCESS_KEY_ID";
const SECRET = "ALIBABA_CLOUD_ACCESS_KEY_SECRET";
const TOKEN = "ALIBABA_CLOUD_SECURITY_TOKEN";

export const KEY_PAIR_VARIABLES = {
  [ID]: headerText.optional(),
  [SECRET]: headerText.optional(),
  [TOKEN]: headerText.optional(),
};

/** Half a key pair is no key pair. */
export function keyPairProblems(set: SetVariables): string[] {
  const [hasId, hasSecret] = [set.has(ID), set.has(SECRET)];
  if (hasId && !hasSecret) return [`${SECRET}: is missing beside ${ID}`];
  if (hasSecret && !hasId) return [`${ID}: is missing beside ${SECRET}`];
  if (set.has(TOKEN) && !hasId) return [`${TOKEN}: is of no use without ${ID} and ${SECRET}`];
  return [];
}

/** The key pair of an environment; undefined where there is none. */
export function keyPairOf(
  variables: z.output<z.ZodObject<typeof KEY_PAIR_VARIABLES>>,
): KeyPair | undefined {
  const { [ID]: accessKeyId, [SECRET]: accessKeySecret, [TOKEN]: securityToken } = variables;
  return accessKeyId === undefined || accessKeySecret === undefined
    ? undefined
    : { accessKeyId, accessKeySecret, securityToken };
}
