import { randomUUID } from "node:crypto";
import http from "node:http";
import zlib from "node:zlib";
import { accepts } from "./accepted.mjs";
import { boundedMap } from "./bounded-map.mjs";
import { keepDocument } from "./kept-document.mjs";
import { isLasting } from "./lasting.mjs";
import { dayHere } from "./public-epoch.mjs";
import { nonceOf } from "./response-headers.mjs";

/** Packed, a page takes some 15 KB; for whoever cannot read that, the pages they read are kept unpacked too. */
const MOST = { pages: 5000, bytes: 48_000_000, unpackedBytes: 16_000_000 };
const LARGEST = 2_000_000;
/** What stands for a page besides its document: its headers. */
const HEAD_BYTES = 2000;

/** A page of the portal as its links name it. */
const PAGE = /^\/(?:fr|en|zh)(?:\/[\w-]{1,100}){0,5}$/;
/** What tells readers of feeds and search engines what is there, whatever they say they accept; it holds no script. */
const FEED = /^\/(?:(?:fr|en|zh)(?:\/[\w-]{1,100}){0,5}\/feed|sitemap)\.xml$/;
/** Headers of a request by which the same address may answer something else. */
const OTHER_ANSWER = [
  ...["cookie", "authorization", "content-length", "range", "rsc", "next-action"],
  ...["next-router-state-tree", "next-router-prefetch", "next-router-segment-prefetch"],
];

/** Said anew with each answer, or made of what this one is sent with. */
const OF_ONE_ANSWER =
  /^(?:connection|keep-alive|date|transfer-encoding|content-length|content-encoding|content-security-policy|x-request-id)$/i;

/** How long a page is kept that says what is open, begun or over at this time of day. */
const OF_THE_MINUTE_MS = 60_000;

/** A form with a key of its own: sent from two browsers it would count once. */
const FRESH_KEY = /name="_key"[^>]*value="[^"~]|idempotencyKey\\?":\\?"[^"\\]/;

/** Whether a request is one of all those that get the same page: no cookie, no query, no list that it came from. */
function isForEverybody({ method, url, headers }) {
  if (method !== "GET" && method !== "HEAD") return false;
  if (OTHER_ANSWER.some((name) => headers[name] !== undefined)) return false;
  if (FEED.test(url)) return true;
  if (!PAGE.test(url)) return false;
  // A link back leads to the search that one came from (`backTo`).
  return !headers.referer?.includes("?") && String(headers.accept ?? "").includes("text/html");
}

/** Asks this server for a page as somebody of whom nothing is known; gives all of the answer, null when it breaks off. */
function draw({ port, host, path, mark }) {
  return new Promise((resolve) => {
    const headers = { host, accept: "text/html", "x-club-drawn": mark };
    const asked = http.get({ host: "127.0.0.1", port, path, headers, agent: false }, (page) => {
      const chunks = [];
      page.on("data", (chunk) => chunks.push(chunk));
      page.on("end", () => resolve(page.complete ? answerOf(page, Buffer.concat(chunks)) : null));
      page.on("error", () => resolve(null));
    });
    asked.on("error", () => resolve(null));
  });
}

function answerOf({ statusCode, headers, rawHeaders }, body) {
  const nonce = nonceOf(headers["content-security-policy"]);
  const lines = [];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const [name, value] = rawHeaders.slice(index, index + 2);
    if (!OF_ONE_ANSWER.test(name)) lines.push({ name, value });
  }
  return { status: statusCode, headers, lines, nonce, body, id: headers["x-request-id"] };
}

function send(req, res, { status, lines, nonce }, { body, policy, id, isGzip, sent }) {
  for (const { name, value } of lines) {
    const before = res.getHeader(name);
    const line = value.replaceAll(nonce, nonceOf(policy));
    res.setHeader(name, before === undefined ? line : [before, line].flat());
  }
  if (id) res.setHeader("X-Request-Id", id);
  if (isGzip) res.setHeader("Content-Encoding", "gzip");
  if (body) res.setHeader("Content-Length", body.length);
  res.writeHead(status);
  res.end(req.method === "HEAD" || !body ? undefined : body, sent);
}

/** The page that was just drawn, whatever it is, to whom it was drawn for. */
function passOn(req, res, answer, policy) {
  const fresh = nonceOf(policy);
  const text = Buffer.from(
    answer.body.toString("latin1").replaceAll(answer.nonce, fresh),
    "latin1",
  );
  const isGzip = accepts(req, "gzip") && text.length > 1024;
  const body = isGzip ? zlib.gzipSync(text) : text;
  send(req, res, answer, { body, policy, id: answer.id, isGzip });
}

/**
 * One rendering of each page for all visitors of whom nothing is known, as long as the epoch and the day stand under which
 * it was drawn. `epoch` is that of `openEpoch`, `readings` keeps what a page read under a mark, `where()` is the port
 * and host at which this server asks itself. Gives a function that answers a request, or says with false that it does not.
 */
export function keepPages({ epoch, readings, where }) {
  const kept = boundedMap(MOST.pages, MOST.bytes);
  const unpacked = boundedMap(MOST.pages, MOST.unpackedBytes);
  const drawings = new Map();

  function bytesOf(url, { document }, isGzip) {
    if (isGzip) return document;
    const known = unpacked.get(url);
    if (known?.of === document) return known;
    const plain = { ...document.unpack(), of: document };
    unpacked.set(url, plain, plain.size);
    return plain;
  }

  /** What is kept of an answer: its document, none where it is not for everybody; null where it is no page. */
  async function pageOf(answer, { statements, isOfTheMinute }, state) {
    const { status, headers, nonce, body } = answer;
    const isFeed = /^application\/(?:atom\+)?xml\b/.test(headers["content-type"]);
    if (status !== 200 || !(isFeed || /^text\/html\b/.test(headers["content-type"]))) return null;
    const unwatched = await epoch.unwatched();
    if (!unwatched || !state.endsWith(dayHere())) return null;
    const ofOne = ["set-cookie", "content-encoding", ...(isFeed ? [] : ["etag"])];
    const isOfOne = ofOne.some((name) => name in headers);
    const isKept =
      !isOfOne &&
      body.length <= LARGEST &&
      !FRESH_KEY.test(body.toString("latin1")) &&
      isLasting(statements, unwatched);
    const document = isKept ? keepDocument(body, nonce, isFeed) : null;
    const until = isOfTheMinute ? Date.now() + OF_THE_MINUTE_MS : Number.POSITIVE_INFINITY;
    return { status, lines: answer.lines, nonce, state, until, document, mark: headers.etag };
  }

  const keep = (url, page) => kept.set(url, page, HEAD_BYTES + (page.document?.size() ?? 0));

  async function drawAnew(url, state) {
    const mark = randomUUID();
    const reading = { statements: new Set(), isOfTheMinute: false };
    readings.set(mark, reading);
    const answer = await draw({ ...where(), path: url, mark });
    readings.delete(mark);
    const page = answer && (await pageOf(answer, reading, state));
    if (page) keep(url, page);
    return { answer, page };
  }

  function drawOnce(url, state) {
    const key = `${state} ${url}`;
    const isMine = !drawings.has(key);
    if (isMine) {
      const drawing = drawAnew(url, state).finally(() => drawings.delete(key));
      drawings.set(key, drawing);
    }
    return drawings.get(key).then((drawn) => ({ ...drawn, isMine }));
  }

  return async function answerKept(req, res, policy) {
    const { url } = req;
    if (!isForEverybody(req)) return false;
    const state = await epoch.read();
    if (state === null) return false;
    let page = kept.get(url);
    if (page?.state !== state || page.until <= Date.now()) {
      // Of a page without its content there is nothing to keep.
      if (req.method === "HEAD") return false;
      const drawn = await drawOnce(url, state);
      page = drawn.page;
      // Packed once there is a second one who asks; a feed stays as it was drawn.
      if (drawn.isMine && drawn.answer && !(page?.document && page.mark)) {
        passOn(req, res, drawn.answer, policy);
        return true;
      }
      if (!page) return false;
    }
    if (!page.document) return false;
    const id = randomUUID().slice(-12);
    if (page.mark && req.headers["if-none-match"] === page.mark) {
      send(req, res, { ...page, status: 304 }, { policy, id });
      return true;
    }
    const isGzip = accepts(req, "gzip");
    const before = page.document.size();
    const { bytes, giveBack } = bytesOf(url, page, isGzip).take(nonceOf(policy));
    if (page.document.size() < before && kept.get(url) === page) keep(url, page);
    send(req, res, page, { body: bytes, policy, id, isGzip, sent: giveBack });
    return true;
  };
}
