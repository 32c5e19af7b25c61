import http from "node:http";

/** One request to its end: "answered" with its status, "refused" before anything was sent, or "cut" with the error. */
function ask(url, agent, headers = {}) {
  return new Promise((resolve) => {
    const req = http.get(url, { agent, headers, family: 4 }, (res) => {
      res.resume();
      res.on("end", () => resolve({ outcome: "answered", status: res.statusCode }));
      res.on("error", (error) => resolve({ outcome: "cut", error }));
    });
    req.on("error", (error) =>
      resolve({ outcome: error.code === "ECONNREFUSED" ? "refused" : "cut", error }),
    );
  });
}

/**
 * So many clients that ask `address()` again and again, half of them on kept connections, each as a proxy with two
 * upstreams does: refused, it asks the other address (`next()`). `isOver` ends them. Counts what became of it.
 */
export function sendClients(count, { address, next, paths, isOver }) {
  const seen = { answered: 0, failed: 0, cut: 0, refused: 0, faults: [] };
  function note({ outcome, status, error }, path) {
    seen[outcome] += 1;
    if (status >= 500) seen.failed += 1;
    if (outcome === "cut" || status >= 500) seen.faults.push(`${path}: ${error?.code ?? status}`);
  }
  async function client(index) {
    const agent = new http.Agent({ keepAlive: index % 2 === 0, maxSockets: 1 });
    for (let turn = index; !isOver(); turn += 1) {
      const path = paths[turn % paths.length];
      const first = await ask(address() + path, agent, { accept: "text/html" });
      if (first.outcome !== "refused") note(first, path);
      else note(await ask(next() + path, agent, { accept: "text/html" }), path);
    }
    agent.destroy();
  }
  const done = Promise.all(Array.from({ length: count }, (_, index) => client(index)));
  return { seen, done };
}
