import net from "node:net";

/** Strips the prefix under which Node reports IPv4 clients of an IPv6 socket. */
const plain = (address) => address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");

const family = (address) => (net.isIPv6(address) ? "ipv6" : "ipv4");

/** Reads TRUSTED_PROXIES ("127.0.0.1, 10.0.0.0/8, ::1"). Throws when an entry is neither an address nor a network. */
export function parseProxies(text = "") {
  const list = new net.BlockList();
  for (const entry of text.split(/[\s,]+/).filter(Boolean)) {
    const [address, bits] = entry.split("/");
    if (!net.isIP(address)) throw new RangeError("not an address");
    if (bits === undefined) list.addAddress(address, family(address));
    else if (/^\d+$/.test(bits)) list.addSubnet(address, Number(bits), family(address));
    else throw new RangeError("not a network");
  }
  return list;
}

const isTrusted = (proxies, address) =>
  net.isIP(address) !== 0 && proxies.check(address, family(address));

/** Addresses of one's own machine and of networks behind a router or of containers (RFC 1918, 4193, 5735). */
const NEAR = parseProxies("127.0.0.0/8 10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 ::1 fc00::/7");

/**
 * The address of what looks like a proxy that is not listed: from nearby, it names the client it asks for. All visitors
 * then count as one, and meet limits together. Null for anybody else.
 */
export function unlistedProxy(proxies, remote, forwardedFor) {
  const address = plain(remote ?? "");
  const isOne = forwardedFor && isTrusted(NEAR, address) && !isTrusted(proxies, address);
  return isOne ? address : null;
}

/** One person's home line shares a /64 in IPv6: "2001:db8:1:2::/64". IPv4 stays as it is. */
function limitKey(address) {
  if (!net.isIPv6(address)) return address;
  const [head, tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split("::");
  const first = head ? head.split(":") : [];
  const last = tail ? tail.split(":") : [];
  const groups = [
    ...first,
    ...Array(Math.max(0, 8 - first.length - last.length)).fill("0"),
    ...last,
  ];
  return `${groups.slice(0, 4).join(":")}::/64`;
}

/**
 * The client as rate limits count it. `X-Forwarded-For` is read from the right, past the listed proxies,
 * and only when the connection itself comes from one of them.
 */
export function clientAddress(proxies, remote, forwardedFor) {
  let address = plain(remote ?? "0.0.0.0");
  const hops = (forwardedFor ?? "").split(",").map((hop) => plain(hop.trim()));
  while (isTrusted(proxies, address) && net.isIP(hops.at(-1) ?? "")) address = hops.pop();
  return limitKey(address);
}
