import { describe, expect, test } from "vitest";
import { clientAddress, parseProxies, unlistedProxy } from "./client-address.mjs";

const proxies = parseProxies("127.0.0.1, 10.0.0.0/8 ::1,2001:db8:ffff::/48");

describe("the client's address", () => {
  test.each([
    ["a stranger's header is not believed", "203.0.113.9", "198.51.100.1", "203.0.113.9"],
    ["a proxy's last hop is the client", "127.0.0.1", "198.51.100.1", "198.51.100.1"],
    ["an IPv4 proxy on an IPv6 socket", "::ffff:10.1.2.3", "198.51.100.1", "198.51.100.1"],
    [
      "what the client wrote before it is left",
      "10.0.0.1",
      "6.6.6.6, 198.51.100.1",
      "198.51.100.1",
    ],
    ["proxies in a row are passed", "10.0.0.1", "198.51.100.1, 10.0.0.2, 10.0.0.3", "198.51.100.1"],
    ["words are no address", "10.0.0.1", "unknown", "10.0.0.1"],
    ["no header", "10.0.0.1", undefined, "10.0.0.1"],
    ["IPv6 counts by its /64", "2001:db8:1:2:3:4:5:6", undefined, "2001:db8:1:2::/64"],
    ["a short IPv6", "2001:db8::1", undefined, "2001:db8:0:0::/64"],
    ["a neighbour on one of our lines", "fe80::1:2%eth0", undefined, "fe80:0:0:0::/64"],
    ["an IPv6 client of an IPv6 proxy", "2001:db8:ffff::7", "2001:db8:1:2::9", "2001:db8:1:2::/64"],
    ["a connection without an address", undefined, undefined, "0.0.0.0"],
  ])("%s", (_case, remote, forwarded, expected) => {
    expect(clientAddress(proxies, remote, forwarded)).toBe(expected);
  });

  test.each(["proxy.example.org", "10.0.0.0/33", "10.0.0.0/x", "300.1.1.1"])(
    "%s is not a list of proxies",
    (text) => expect(() => parseProxies(text)).toThrow(),
  );
});

describe("a proxy that is not listed", () => {
  test.each([
    ["of a network of containers", "::ffff:172.18.0.1", "198.51.100.1", "172.18.0.1"],
    ["of the same house", "fd00::5", "198.51.100.1", "fd00::5"],
    ["a listed one", "10.1.2.3", "198.51.100.1", null],
    ["whoever names nobody", "192.168.1.2", undefined, null],
    ["a stranger who names somebody", "203.0.113.9", "198.51.100.1", null],
    ["a connection without an address", undefined, "198.51.100.1", null],
  ])("%s", (_case, remote, forwarded, expected) => {
    expect(unlistedProxy(proxies, remote, forwarded)).toBe(expected);
  });
});
