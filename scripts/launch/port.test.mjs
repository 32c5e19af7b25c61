import { expect, test } from "vitest";
import { freePort, ownAddress } from "./port.mjs";

test("a free port is none that a connection outwards may take before its server comes back", async () => {
  const ports = await Promise.all(Array.from({ length: 50 }, freePort));
  expect(ports.filter((port) => port < 20_000 || port >= 32_768)).toEqual([]);
});

test.each([
  ["127.0.0.1", "http://127.0.0.1:3000"],
  ["::1", "http://[::1]:3000"],
  ["0.0.0.0", "http://127.0.0.1:3000"],
  ["::", "http://[::1]:3000"],
  ["192.0.2.7", "http://192.0.2.7:3000"],
])("a server that listens on %s is reached at %s", (host, own) => {
  expect(ownAddress({ APP_ORIGIN: "https://example.org", PORT: "3000" }, host)).toBe(own);
});
