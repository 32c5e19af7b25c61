import { randomBytes } from "node:crypto";
import http from "node:http";
import { retryAfter, statusByCause } from "./database-away.mjs";
import { localeOf } from "./request-headers.mjs";

/**
 * Next answers `notFound()` with an empty document that only JavaScript fills. A document that is missing, or that
 * failed, is therefore replaced by a page of ours, asked for inside this server and sent with the first status.
 */
const SECRET = randomBytes(16).toString("hex");

const isDocument = (req) =>
  req.headers.rsc === undefined &&
  req.headers["next-action"] === undefined &&
  String(req.headers.accept ?? "").includes("text/html");

/** The address a person asked for, when this request fetches the page that stands in for it; else null. */
export function askedAddress(req) {
  return req.headers["x-club-inner"] === SECRET ? (req.headers["x-club-asked"] ?? null) : null;
}

/** The first request's own mark, by which the stand-in finds why its form was refused and what was typed in it. */
export function askedRequest(req) {
  return req.headers["x-club-inner"] === SECRET ? req.headers["x-club-asked-request"] : undefined;
}

function standInPath(url) {
  const [, segment] = url.split(/[/?#]/, 2);
  return localeOf(url) === segment ? `/${segment}/missing` : "/missing";
}

function sendStandIn(req, raw, { port, fail }) {
  const headers = {
    accept: "text/html",
    host: req.headers.host,
    cookie: req.headers.cookie ?? "",
    "x-club-inner": SECRET,
    "x-club-asked": req.url,
    "x-club-asked-request": req.headers["x-club-request"],
  };
  const inner = http.get(
    { host: "127.0.0.1", port, path: standInPath(req.url), headers },
    (page) => {
      if (page.statusCode !== 200) {
        page.resume();
        return fail(page.statusCode === 503 ? 503 : 500);
      }
      for (const [name, value] of Object.entries(page.headers)) {
        if (!/^(connection|keep-alive|transfer-encoding|date|set-cookie)$/.test(name))
          raw.setHeader(name, value);
      }
      raw.writeHead(404);
      page.on("data", (chunk) => raw.write(chunk)).on("end", () => raw.end());
    },
  );
  inner.on("error", () => fail(500));
}

/**
 * Watches a response: at the moment its head would go out, a failure for want of the database becomes a 503, another
 * page takes the place of a document that is a 404 or a 5xx, and plain words that of any other answer that failed.
 */
export function replaceEmptyDocuments(req, res, { port, fail }) {
  const settled = statusByCause();
  const writeHead = res.writeHead.bind(res);
  res.writeHead = (status, ...rest) => {
    const code = settled(status);
    if (code === 429 && !res.hasHeader("Retry-After")) res.setHeader("Retry-After", retryAfter());
    return writeHead(code, ...rest);
  };
  if (askedAddress(req) !== null) return;
  const isOurs = isDocument(req)
    ? (status) => status !== 404 && status < 500
    : (status) => status !== 500;
  const raw = Object.fromEntries(
    ["writeHead", "write", "end", "setHeader"].map((name) => [name, res[name].bind(res)]),
  );
  let isReplaced = false;
  const mustReplace = (status) => {
    if (isReplaced || res.headersSent || isOurs(status)) return isReplaced;
    isReplaced = true;
    for (const name of ["Content-Encoding", "Content-Length", "Vary", "Link", "ETag"])
      res.removeHeader(name);
    const giveUp = (code) => fail(raw, code);
    if (status === 404) sendStandIn(req, raw, { port, fail: giveUp });
    else giveUp(settled(status) === 503 ? 503 : 500);
    return true;
  };
  res.writeHead = (status, ...rest) => (mustReplace(status) ? res : raw.writeHead(status, ...rest));
  res.write = (...args) => (mustReplace(res.statusCode) ? true : raw.write(...args));
  res.end = (...args) => (mustReplace(res.statusCode) ? res : raw.end(...args));
}
