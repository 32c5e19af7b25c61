import { randomBytes } from "node:crypto";
import http from "node:http";
import { retryAfter, statusByCause } from "./answered-request.mjs";
import { localeOf } from "./request-headers.mjs";

/**
 * Next answers `notFound()` with an empty document that only JavaScript fills. A document that is missing, or that
 * failed, is therefore replaced by a page of ours, asked for inside this server and sent with the first status.
 */
const SECRET = randomBytes(16).toString("hex");

/** A page, for whoever says so and for a program that takes anything at an address that is none of data. */
const isDocument = ({ headers, url }) =>
  headers.rsc === undefined &&
  headers["next-action"] === undefined &&
  (url.startsWith("/api/") ? /text\/html/ : /text\/html|^\*\/\*$/).test(headers.accept ?? "*/*");

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

/** Sends a page of ours in a status of our own choice; `giveUp` gets the status of one that is none. */
function sendPage(req, raw, { port, path, asked, status, giveUp }) {
  const headers = {
    accept: "text/html",
    host: req.headers.host,
    cookie: req.headers.cookie ?? "",
    "x-club-inner": SECRET,
    "x-club-asked": asked,
    "x-club-asked-request": req.headers["x-club-request"],
  };
  const inner = http.get({ host: "127.0.0.1", port, path, headers }, (page) => {
    if (page.statusCode !== 200) {
      page.resume();
      return giveUp(page.statusCode);
    }
    for (const [name, value] of Object.entries(page.headers)) {
      if (!/^(connection|keep-alive|transfer-encoding|date|set-cookie)$/.test(name))
        raw.setHeader(name, value);
    }
    raw.writeHead(status);
    page.on("data", (chunk) => raw.write(chunk)).on("end", () => raw.end());
  });
  inner.on("error", () => giveUp(500));
}

const sendMissing = (req, raw, { port, fail }) =>
  sendPage(req, raw, {
    port,
    path: standInPath(req.url),
    asked: req.url,
    status: 404,
    giveUp: (status) => fail(raw, status === 503 ? 503 : 500),
  });

/**
 * A posted form whose page leads elsewhere, as when its session has ended, would be posted to that other page. That page
 * is sent in its place, and says why the form was refused and what was typed in it.
 */
function sendElsewhere(req, raw, { port, location }) {
  const giveUp = () => leadOn(raw, 303, location);
  if (!location.startsWith("/")) return giveUp();
  sendPage(req, raw, { port, path: location, asked: location, status: 200, giveUp });
}

function leadOn(raw, status, location) {
  raw.setHeader("Location", location);
  raw.writeHead(status);
  raw.end();
}

/**
 * Watches a response: at the moment its head would go out, a failure gets the status of its cause, another page takes
 * the place of a document that is a 404, a 5xx, a form led on or one whose action is gone, and plain words that of any
 * other answer that failed. What leads a document elsewhere is sent without the page that Next draws for it.
 */
export function replaceEmptyDocuments(req, res, { port, fail, answerGone }) {
  const settled = statusByCause();
  const writeHead = res.writeHead.bind(res);
  res.writeHead = (status, ...rest) => {
    const code = settled(status);
    const isLater = code === 429 || (code === 503 && status === 200);
    if (isLater && !res.hasHeader("Retry-After")) res.setHeader("Retry-After", retryAfter());
    return writeHead(code, ...rest);
  };
  if (askedAddress(req) !== null) return;
  const isLedOn = (status) => status === 307 && req.method === "POST";
  const isElsewhere = (status) => status > 300 && status < 400 && res.hasHeader("Location");
  // Data, a file or a card that is not there, takes no such method or is asked for too often: its route says only that.
  const isWordless = (status) => [404, 405, 429].includes(status) && !res.hasHeader("Content-Type");
  // Next says so of a form whose action this build does not have (409), or that names none (400).
  const isGone = () => res.hasHeader("x-nextjs-action-not-found");
  const isPage = isDocument(req);
  const isOurs = isPage
    ? (status) =>
        status !== 404 && status < 500 && !isElsewhere(status) && !isWordless(status) && !isGone()
    : (status) => status !== 500 && !isWordless(status) && !(status === 400 && isGone());
  const raw = Object.fromEntries(
    ["writeHead", "flushHeaders", "write", "end", "setHeader", "getHeader"].map((name) => [
      name,
      res[name].bind(res),
    ]),
  );
  let isReplaced = false;
  const mustReplace = (status) => {
    if (isReplaced || res.headersSent || isOurs(status)) return isReplaced;
    isReplaced = true;
    const location = res.getHeader("Location");
    for (const name of ["Content-Encoding", "Content-Length", "Vary", "Link", "ETag", "Location"])
      res.removeHeader(name);
    if (isLedOn(status)) sendElsewhere(req, raw, { port, location: String(location) });
    else if (status < 400) leadOn(raw, status, location);
    else if (status === 404 && isPage) sendMissing(req, raw, { port, fail });
    else if (isWordless(status)) fail(raw, status);
    else if (status === 409) answerGone(raw);
    else if ([400, 503].includes(settled(status))) fail(raw, settled(status));
    else fail(raw, 500);
    return true;
  };
  res.writeHead = (status, ...rest) => (mustReplace(status) ? res : raw.writeHead(status, ...rest));
  res.write = (...args) => (mustReplace(res.statusCode) ? true : raw.write(...args));
  res.end = (...args) => (mustReplace(res.statusCode) ? res : raw.end(...args));
}
