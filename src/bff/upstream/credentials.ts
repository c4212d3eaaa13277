import type { KeyPair } from "#process/settings/key-pair.ts";
import { UpstreamError } from "./upstream-error.ts";

/**
 * The source of the key pair that signs the next request. It is asked before every request, because
 * temporary credentials are renewed.
 *
 * @throws UpstreamError `credentials_missing`
 */
export type CredentialsSource = () => Promise<KeyPair>;

/** A key pair that stays the same. */
export function createStaticCredentials(keyPair: KeyPair): CredentialsSource {
  return () => Promise.resolve(keyPair);
}

/** The part of `@alicloud/credentials` that is used. */
interface ProviderChain {
  getCredentials(): Promise<{
    accessKeyId?: string;
    accessKeySecret?: string;
    securityToken?: string;
  }>;
}

async function loadProviderChain(): Promise<ProviderChain> {
  // Loaded when first needed: it is of no use to whoever runs on the embedded upstream.
  const { DefaultCredentialsProvider } = await import("@alicloud/credentials");
  return DefaultCredentialsProvider.builder().build();
}

/**
 * The provider's credential chain: environment, OIDC role, CLI profile, profile file, instance
 * role, credentials URI, with renewal.
 */
export function createChainCredentials(load = loadProviderChain): CredentialsSource {
  let chain: Promise<ProviderChain> | undefined;
  let pending: Promise<KeyPair> | undefined;

  async function ask(): Promise<KeyPair> {
    try {
      chain ??= load();
      const { accessKeyId, accessKeySecret, securityToken } = await (await chain).getCredentials();
      if (!accessKeyId || !accessKeySecret) throw new Error("The chain gave no key pair");
      return { accessKeyId, accessKeySecret, securityToken: securityToken || undefined };
    } catch (cause) {
      // The library sticks to the provider it tried last, even after it failed: start it anew.
      chain = undefined;
      throw new UpstreamError("credentials_missing", {
        detail: "The credential chain gave no key pair.",
        cause,
      });
    }
  }

  return () => {
    pending ??= ask().finally(() => {
      pending = undefined;
    });
    return pending;
  };
}
