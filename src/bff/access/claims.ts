import type { AccessFile } from "./access-file.ts";

/** The claims of whoever signed in, as the provider sends them. */
export type Claims = Readonly<Record<string, unknown>>;

/** The texts of a claim. A claim of the whole name comes before one that the name is the way to. */
export function claimTexts(claims: Claims, name: string): readonly string[] {
  const found = Object.hasOwn(claims, name) ? claims[name] : walk(claims, name.split("."));
  const texts = [found].flat().filter((one) => typeof one === "string");
  return [...new Set(texts.map((one) => one.trim()).filter((one) => one !== ""))];
}

function walk(value: unknown, [name, ...rest]: readonly string[]): unknown {
  if (name === undefined) return value;
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  // It has the property, as was just asked.
  return walk((value as Claims)[name], rest);
}

/** The names of the claims that the access file reads. */
function claimNames(file: AccessFile): readonly string[] {
  const { skillGroupsClaim, agentsClaim, roles } = file;
  const names = [...roles.map(({ claim }) => claim), skillGroupsClaim, agentsClaim];
  return [...new Set(names.filter((name) => name !== undefined))];
}

/** What of a provider's claims a session keeps. */
export interface KeptClaims {
  /** Whether all of it is among these: where not, the provider is asked for the rest. */
  isWholeIn(claims: Claims): boolean;
  from(claims: Claims): Claims;
}

/** What the access file reads. */
export function keptClaimsOf(file: AccessFile): KeptClaims {
  return {
    isWholeIn: (claims) => claimNames(file).every((name) => claimTexts(claims, name).length > 0),
    from: (claims) => claimsThatCount(file, claims),
  };
}

/**
 * Of the claims, what decides a reader's rights, each under the name that the access file has for it: they
 * travel in a cookie, and a provider may send hundreds of groups.
 */
export function claimsThatCount(file: AccessFile, claims: Claims): Claims {
  const values = new Set(file.roles.flatMap((role) => role.values));
  const isWhole = (name: string) => [file.skillGroupsClaim, file.agentsClaim].includes(name);
  return Object.fromEntries(
    claimNames(file).flatMap((name) => {
      const texts = claimTexts(claims, name).filter((one) => isWhole(name) || values.has(one));
      return texts.length > 0 ? [[name, texts]] : [];
    }),
  );
}
