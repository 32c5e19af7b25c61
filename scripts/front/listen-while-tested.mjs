import { afterAll, beforeAll } from "vitest";

/**
 * Has a server of a test listen at a free port of this machine while the tests of the file, or of the block that calls this,
 * run. Gives what says its origin, once they do.
 * @param {import("node:http").Server} server
 */
export function listenWhileTested(server) {
  beforeAll(() => new Promise((resolve) => server.listen(0, "127.0.0.1", resolve)));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return () => `http://127.0.0.1:${server.address().port}`;
}
