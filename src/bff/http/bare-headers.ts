/** What the page never asks for, so that no code that gets into it can either. */
export const PERMISSIONS = [
  "camera",
  "display-capture",
  "geolocation",
  "microphone",
  "payment",
  "usb",
]
  .map((feature) => `${feature}=()`)
  .join(", ");

/**
 * The headers of an answer that none of our hooks sees: one to what is not HTTP, or to an address that
 * the router cannot read. It is data, and nothing in it may run or be framed.
 */
export const BARE_HEADERS = {
  "cache-control": "no-store",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "content-security-policy": "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  "permissions-policy": PERMISSIONS,
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
} as const;
