import http from "node:http";
import https from "node:https";
import { makeCertificate } from "./certificate.mjs";

const HOP = /^(connection|keep-alive|transfer-encoding)$/;

function forward(req, res, port) {
  const headers = {
    ...req.headers,
    "x-forwarded-for": req.socket.remoteAddress,
    "x-forwarded-proto": "https",
    "x-forwarded-host": req.headers.host,
  };
  const { method, url: path } = req;
  const inner = http.request({ host: "127.0.0.1", port, method, path, headers }, (answer) => {
    for (let index = 0; index < answer.rawHeaders.length; index += 2) {
      const [name, value] = answer.rawHeaders.slice(index, index + 2);
      if (!HOP.test(name.toLowerCase())) res.appendHeader(name, value);
    }
    res.writeHead(answer.statusCode);
    answer.pipe(res);
  });
  inner.on("error", () => {
    if (res.headersSent && !res.writableEnded) res.destroy();
    else if (!res.headersSent) res.writeHead(502).end();
  });
  req.pipe(inner);
}

/** A proxy that ends TLS, as a club runs one: `port()` is where the portal listens. */
export async function startTlsProxy(port) {
  const server = https.createServer(makeCertificate("localhost"), (req, res) =>
    forward(req, res, port()),
  );
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `https://localhost:${server.address().port}`,
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
