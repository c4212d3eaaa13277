import type { CloudSettings } from "#process/settings/server-settings.ts";
import {
  createChainCredentials,
  createStaticCredentials,
  type CredentialsSource,
} from "./credentials.ts";

/** The upstream that a BFF reads. */
export interface UpstreamSource {
  /** An origin, such as `https://ccc.cn-shanghai.aliyuncs.com`. */
  readonly endpoint: string;
  readonly credentials: CredentialsSource;
  /** True where the records are generated: the screen says so. */
  readonly sampleData: boolean;
  /** What is known to be wrong with it, in a sentence, where that is not to be had by a call. */
  readonly fault?: (() => string | undefined) | undefined;
}

/** The provider's own service. */
export function cloudSource({ endpoint, keyPair }: CloudSettings): UpstreamSource {
  const credentials =
    keyPair === undefined ? createChainCredentials() : createStaticCredentials(keyPair);
  return { endpoint, credentials, sampleData: false };
}
