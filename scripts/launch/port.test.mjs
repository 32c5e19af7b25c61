import { once } from "node:events";
import net from "node:net";
import { expect, test, vi } from "vitest";
import { checkPort, freePort, ownAddress } from "./port.mjs";

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

test("an address of another machine is none to listen on, whoever answers there", async () => {
  const connect = vi.spyOn(net, "connect");
  connect.mockImplementation(() => {
    const socket = new net.Socket();
    process.nextTick(() => socket.emit("connect"));
    return socket;
  });
  const start = checkPort({ port: 3000, origin: "https://example.org", host: "192.0.2.7" });
  await expect(start).rejects.toThrow("HOST is no address of this machine.");
  connect.mockRestore();
});

test("a port that somebody serves is said to be taken", async () => {
  const port = await freePort();
  const server = net.createServer().listen(port, "127.0.0.1");
  await once(server, "listening");
  const start = checkPort({ port, origin: "http://localhost", host: "127.0.0.1" });
  await expect(start).rejects.toThrow(`Port ${port} is taken by another program.`);
  server.close();
});
