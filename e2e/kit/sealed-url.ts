/** The address of a view whose number is sealed: `/?range=today&caller=…`, with `…` for the token. */
export function sealedUrl(address: string): RegExp {
  const literal = address.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace("…", "eyJ[\\w.-]{100,}");
  return new RegExp(`^https?://[^/]+${literal}$`);
}
