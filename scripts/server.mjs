import { EventEmitter } from "node:events";
import http from "node:http";
import path from "node:path";
import next from "next";
import { preparesByName } from "../db/connect.mjs";
import { isLoopback } from "../lib/core/settings.mjs";
import { answerRequest, isUntakenForm } from "./front/answered-request.mjs";
import { openEntries } from "./front/built-entries.mjs";
import { openBuiltFiles } from "./front/built-files.mjs";
import { parseProxies, unlistedProxy } from "./front/client-address.mjs";
import { gentleStop } from "./front/gentle-stop.mjs";
import { answerGoneForm } from "./front/gone-form.mjs";
import { keepFiles } from "./front/kept-files.mjs";
import { keepPages } from "./front/kept-pages.mjs";
import { askedAddress, askedRequest, replaceEmptyDocuments } from "./front/missing-page.mjs";
import { oneByOne } from "./front/one-by-one.mjs";
import { openEpoch } from "./front/public-epoch.mjs";
import { allowedAt, isForm, rawRefusal, refusalOf, refuse } from "./front/refusals.mjs";
import { setRequestHeaders } from "./front/request-headers.mjs";
import {
  contentPolicy,
  finishHeaders,
  freshNonce,
  securityHeaders,
} from "./front/response-headers.mjs";
import { sentAction } from "./front/sent-action.mjs";
import { openTurns } from "./front/turns.mjs";
import { say, warn } from "./launch/log.mjs";
import { listenHost } from "./launch/port.mjs";
import { ROOT } from "./launch/run.mjs";

const isDev = process.argv.includes("--dev");
const origin = process.env.APP_ORIGIN;
const port = Number(process.env.PORT);
const proxies = parseProxies(process.env.TRUSTED_PROXIES);
const policy = () => contentPolicy(freshNonce(), { isDev });

const server = http.createServer({ requireHostHeader: false, connectionsCheckingInterval: 5000 });
server.headersTimeout = 15_000;
server.requestTimeout = 60_000;
server.keepAliveTimeout = 65_000;
/** A reader who takes nothing for so long is let go, with what is kept for them. */
server.timeout = 120_000;
/**
 * Where the server asks itself for pages: over plain http, and until the last answer is given. What it adds to a request
 * whose head is as large as is taken must not be too much.
 */
const inner = http.createServer({ maxHeaderSize: 65_536 });
const turn = openTurns();
const { inTurn, hasBegun } = oneByOne();
const { admit, isClosing, stop } = gentleStop(server, () => process.exit(0));

// Only reloading in development needs web sockets; otherwise Next would cut every connection that offers an upgrade.
const app = next({
  dev: isDev,
  dir: ROOT,
  hostname: new URL(origin).hostname,
  port,
  httpServer: isDev ? server : new EventEmitter(),
});
const handle = app.getRequestHandler();
/** Built again at every change in development: there Next finds what answers. */
const { enter, isNoData } = isDev
  ? { enter: () => false, isNoData: () => false }
  : openEntries({ root: ROOT, origin });
const { answerBuilt, isNoFile } = isDev
  ? { answerBuilt: () => false, isNoFile: () => false }
  : openBuiltFiles(path.join(ROOT, ".next", "static"));

/** Drawn anew each time in development: whoever changes how sees it at once. */
const answerKeptFile = isDev ? () => false : keepFiles();

/** What is asked of the database for a page that is drawn to be kept, by its mark. */
const drawn = new Map();
const answerKept =
  isDev || !process.env.DATABASE_URL
    ? () => false
    : keepPages({
        epoch: openEpoch(process.env.DATABASE_URL, {
          prepare: preparesByName(process.env.DATABASE_PREPARE),
        }),
        readings: drawn,
        where: () => ({ port: inner.address().port, host: new URL(origin).host }),
      });

// Next tells with a stack of each form that it can hand to no action: one line is enough.
if (!isDev) {
  for (const level of ["error", "warn"]) {
    const tell = console[level];
    console[level] = (...said) => {
      if (!isUntakenForm()) return tell(...said);
      const [line] = String(said.find((one) => one instanceof Error)?.message ?? said[0]).split(
        "\n",
      );
      say(`A form reached no action: ${line.slice(0, 200)}`);
    };
  }
}

/** 127.0.0.1 and localhost are one machine but two origins: forms work on one of them. */
function otherName(req) {
  if (req.method !== "GET" || !isLoopback(origin) || /^\/(healthz|readyz)/.test(req.url))
    return null;
  const asked = URL.canParse(`http://${req.headers.host}`)
    ? new URL(`http://${req.headers.host}`)
    : null;
  const wanted = new URL(origin);
  if (
    !asked ||
    asked.host === wanted.host ||
    asked.port !== wanted.port ||
    !isLoopback(asked.origin)
  )
    return null;
  return origin + req.url;
}

let isProxyTold = false;

/** Once: why a whole club may meet the limits of one client. */
function tellOfProxy(req) {
  const proxy = unlistedProxy(proxies, req.socket.remoteAddress, req.headers["x-forwarded-for"]);
  if (!proxy) return;
  isProxyTold = true;
  warn(
    `${proxy} names clients it asks for and is not listed in TRUSTED_PROXIES: all its visitors count as one. If it is your proxy, list it there.`,
  );
}

async function answer(req, res, isInner) {
  const csp = policy();
  finishHeaders(res, { policy: csp, origin, isClosing });
  try {
    const read = isInner ? drawn.get(req.headers["x-club-drawn"]) : undefined;
    await answerRequest(() => serve(req, res, csp, isInner, read), isForm(req), read);
  } catch (error) {
    warn(error?.stack ?? String(error));
    if (res.headersSent) return res.destroy();
    refuse(req, res, 500, csp);
  }
}

async function serve(req, res, csp, isInner, isKept) {
  const status = await refusalOf(req, origin);
  if (status) return refuse(req, res, status, csp);
  if (req.method === "OPTIONS") return res.writeHead(204, { Allow: allowedAt(req.url) }).end();
  const location = otherName(req);
  if (location) return res.writeHead(307, { Location: location }).end();
  if (isNoData(req) || isNoFile(req)) return refuse(req, res, 404, csp);
  if (answerBuilt(req, res) || answerKeptFile(req, res)) return;
  if (!isInner && (await answerKept(req, res, csp))) return;
  // What stands in for a page comes in its turn; a page that is drawn for all visitors waits for one as any.
  if ((!isInner || isKept) && !(await turn(req, res)))
    return refuse(req, res, 503, csp, { isUnbegun: true });
  const asked = askedAddress(req);
  const fail = (raw, code) => refuse(req, raw, code, csp);
  const answerGone = (raw) => answerGoneForm(req, raw, csp);
  replaceEmptyDocuments(req, res, { port: inner.address().port, fail, answerGone });
  const askedBy = askedRequest(req);
  const facts = { origin, proxies, policy: csp, asked, askedBy, action: sentAction(req) };
  res.setHeader("X-Request-Id", setRequestHeaders(req, facts));
  res.once("finish", () => {
    if (res.statusCode !== 409 || !res.hasHeader("x-nextjs-action-not-found")) return;
    say(`A form of an earlier build was refused (client ${req.headers["x-club-client"]}).`);
  });
  if (!(await enter(req, res))) await handle(req, res);
}

process.on("SIGTERM", stop);
process.on("SIGINT", stop);
server.on("checkExpectation", (req, res) => {
  const csp = policy();
  finishHeaders(res, { policy: csp, origin, isClosing });
  refuse(req, res, 417, csp);
});
server.on("clientError", (error, socket) => {
  if (error.code === "ECONNRESET" || !socket.writable || hasBegun(socket)) return socket.destroy();
  socket.end(rawRefusal(error, securityHeaders(policy(), origin)));
});
server.on("connect", (_req, socket) => {
  socket.end(rawRefusal({}, securityHeaders(policy(), origin)));
});
server.on("error", (error) => {
  warn(`The web server cannot listen on port ${port}: ${error.code}`);
  process.exit(1);
});

await app.prepare();
server.on("request", (req, res) => {
  if (!isProxyTold) tellOfProxy(req);
  inTurn(req, res, () => admit(() => answer(req, res, false)));
});
inner.on("request", (req, res) => answer(req, res, true));
inner.listen(0, "127.0.0.1", () => {
  // Else Next asks for the page that an action leads to in the scheme of APP_ORIGIN, over TLS on a plain port.
  process.env.__NEXT_PRIVATE_ORIGIN = `http://127.0.0.1:${inner.address().port}`;
  server.listen(port, listenHost(origin), () => process.send?.("ready"));
});
