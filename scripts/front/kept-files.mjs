import { accepts } from "./accepted.mjs";
import { boundedMap } from "./bounded-map.mjs";
import { FOR_EVER } from "./response-headers.mjs";

/** A swatch takes half a kilobyte: those of all that a club of ten thousand lists. */
const MOST = { files: 20_000, bytes: 16_000_000 };
const LARGEST = 65_536;
/** Its headers and what holds it. */
const HEAD_BYTES = 1500;

/** What is drawn of its address alone, for anybody. */
const DRAWN = /^\/api\/swatches\/\w+\.svg$/;
const PLAIN = "identity";
/** What is smaller is not packed, whoever asks. */
const SMALL = 1024;
/** Said anew with each answer. */
const OF_ONE_ANSWER =
  /^(?:connection|keep-alive|date|transfer-encoding|content-length|x-request-id)$/;

/** Gives on what an answer sends, and at its end all of it to `done`; nothing where that is more than is kept. */
function follow(res, done) {
  const { write, end } = res;
  const chunks = [];
  let length = 0;
  const add = (chunk) => {
    if (chunk === undefined || chunk === null || typeof chunk === "function") return;
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length <= LARGEST) chunks.push(bytes);
  };
  res.write = (chunk, ...more) => {
    add(chunk);
    return write.call(res, chunk, ...more);
  };
  res.end = (chunk, ...more) => {
    add(chunk);
    return end.call(res, chunk, ...more);
  };
  res.once("finish", () => length <= LARGEST && done(Buffer.concat(chunks)));
}

/**
 * Keeps the swatches, which are drawn of their addresses alone, once they were drawn and said that they may be kept for
 * ever: a list shows two dozen, each of which took a sixth of the list's own time. Gives a function that answers
 * a request for one that is kept, or says with false that it does not, and then keeps what is answered.
 */
export function keepFiles() {
  const kept = boundedMap(MOST.files, MOST.bytes);

  function send({ method }, res, { headers, body }) {
    for (const [name, value] of headers) res.setHeader(name, value);
    res.setHeader("Content-Length", body.length);
    res.writeHead(200).end(method === "HEAD" ? undefined : body);
    return true;
  }

  return function answerKeptFile(req, res) {
    const { method, url } = req;
    if ((method !== "GET" && method !== "HEAD") || !DRAWN.test(url)) return false;
    const codings = ["br", "gzip"].filter((one) => accepts(req, one));
    const packed = codings.map((one) => kept.get(`${one} ${url}`)).find(Boolean);
    const file = packed ?? kept.get(`${PLAIN} ${url}`);
    if (file && (packed || codings.length === 0 || file.body.length < SMALL))
      return send(req, res, file);
    if (method === "HEAD") return false;
    follow(res, (body) => {
      const isKept =
        res.statusCode === 200 &&
        res.getHeader("Cache-Control") === FOR_EVER &&
        !res.hasHeader("Set-Cookie");
      if (!isKept) return;
      const coding = res.getHeader("Content-Encoding") ?? PLAIN;
      const headers = Object.entries(res.getHeaders()).filter(
        ([name]) => !OF_ONE_ANSWER.test(name),
      );
      kept.set(`${coding} ${url}`, { headers, body }, HEAD_BYTES + body.length);
    });
    return false;
  };
}
