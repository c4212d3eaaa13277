/**
 * Percent-encodes a string as the signature wants it: UTF-8, keeping only the unreserved
 * characters `A-Z a-z 0-9 - _ . ~`, every other byte as upper-case `%XX`.
 *
 * A lone surrogate, which has no UTF-8, becomes U+FFFD as in every UTF-8 encoder of the platform,
 * so that no text typed into a filter can make the signing throw.
 *
 * Authority: RFC 3986 section 2.3, as named by
 * https://www.alibabacloud.com/help/en/sdk/product-overview/v3-request-structure-and-signature
 */
export function percentEncode(s: string): string {
  return encodeURIComponent(s.replace(/\p{Surrogate}/gu, "\uFFFD")).replace(
    // The five characters RFC 3986 reserves and encodeURIComponent, which follows RFC 2396, keeps.
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
