import { isLoopbackHost } from "#process/loopback.ts";
import type { ServerSettings } from "./server-settings.ts";

/** Who is let in, in a line for whoever started the server. */
export function signInLine({
  signIn,
  publicUrl,
  accessFile = "",
}: Pick<ServerSettings, "signIn" | "publicUrl" | "accessFile">): string {
  if (signIn !== undefined)
    return `Sign-in: at ${new URL(signIn.issuer).host} for ${signIn.publicUrl}, roles of ${accessFile}`;
  const isPublic = publicUrl !== undefined && !isLoopbackHost(new URL(publicUrl).hostname);
  return isPublic
    ? `Sign-in: OFF: whoever reaches ${publicUrl} reads every call; set OIDC_ISSUER and what goes with it`
    : "Sign-in: off, on this machine's loopback alone";
}

/** Where the audit log goes; undefined where there is none. */
export function auditLine({
  signIn,
  auditFile,
}: Pick<ServerSettings, "signIn" | "auditFile">): string | undefined {
  if (auditFile !== undefined) return `Audit log: ${auditFile}`;
  return signIn && "Audit log: standard output";
}

/** @param address where metrics are served */
export function metricsLine(
  { metricsHost }: Pick<ServerSettings, "metricsHost">,
  address: string,
): string {
  const warning = ", WITHOUT sign-in: whoever reaches it reads them";
  return `Metrics: ${address}${isLoopbackHost(metricsHost) ? "" : warning}`;
}
