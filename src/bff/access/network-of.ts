/**
 * Whose requests count together, by the address that they come from: of IPv6 the first 64 bits, since
 * whoever has one address of such a network has them all.
 *
 * Authority: https://datatracker.ietf.org/doc/html/rfc6177
 */
export function networkOf(address: string): string {
  if (!address.includes(":")) return address;
  const [head = [], tail] = address.split("::").map(groupsOf);
  const zeros = tail === undefined ? 0 : 8 - head.length - tail.length;
  const groups = [...head, ...Array.from({ length: zeros }, () => "0"), ...(tail ?? [])];
  return `${groups.slice(0, 4).join(":")}::/64`;
}

/** A group that is an IPv4 address stands for two. */
function groupsOf(text: string): string[] {
  const groups = text === "" ? [] : text.split(":");
  return groups.flatMap((group) =>
    group.includes(".") ? ["0", "0"] : [parseInt(group, 16).toString(16)],
  );
}
