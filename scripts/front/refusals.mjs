import { STATUS_CODES } from "node:http";
import { AWAY_SECONDS } from "./answered-request.mjs";
import { isFormReadable } from "./form-body.mjs";
import { drain, flashOf, formOf, isTooLarge } from "./large-body.mjs";
import { escaped, ownAddress, plainPage } from "./plain-page.mjs";
import { LABELS, refusalLine, WORDS } from "./refusal-words.mjs";
import { localeOf } from "./request-headers.mjs";
import { typedWords } from "./typed-words.mjs";

const LONGEST_URL = 8000;
const READING = ["GET", "HEAD", "OPTIONS"];
const METHODS = [...READING, "POST"];

/** Segments that are walked when an address is read as a URL: what is looked at here would not be what is answered. */
const WALKED = /[/\\](?:\.|%2e){1,2}(?:[/\\]|$)/i;

function isReadable(url) {
  if (!url.startsWith("/") || url.includes("%00")) return false;
  if (!URL.canParse(`http://localhost${url}`)) return false;
  const [path] = url.split(/[?#]/, 1);
  if (WALKED.test(path)) return false;
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

function isForeign({ headers }, origin) {
  if (headers.origin !== undefined) return headers.origin !== origin;
  return headers["sec-fetch-site"] === "cross-site";
}

const MULTIPART = /^multipart\/form-data\b/i;
const ROUTE = /^\/api\//;
const FILE = /^\/_next\/|^\/(?:healthz|readyz)\/?(?:[?#]|$)|^[^?#]*\.[a-z0-9]+(?:[?#]|$)/i;

/**
 * What Next answers of its own and no page of ours uses: it would decode any picture for whoever asks, and gives the page
 * of a failure, drawn at the first wish, to all who follow with one nonce.
 */
const OF_NEXT = /^\/(?:_next\/image|_global-error)(?:[/?#]|$)/;

/** Whether a request is a form that an action is to take: one for an address that does not read its own body. */
export const isForm = ({ headers, method, url }) =>
  method === "POST" && !ROUTE.test(url) && MULTIPART.test(headers["content-type"]);

/** The methods that an address takes, as `Allow` names them; without the `refused` one, where its route did refuse it. */
export function allowedAt(url, refused) {
  if (FILE.test(url) || refused === "POST") return READING.join(", ");
  return READING.includes(refused) ? "OPTIONS, POST" : METHODS.join(", ");
}

/** The status with which a request is refused before any page sees it, or null. */
export async function refusalOf(req, origin) {
  const { headers, method, url } = req;
  if (!METHODS.includes(method)) return 405;
  if (url.length > LONGEST_URL) return 414;
  if (headers.host === undefined || !isReadable(url)) return 400;
  if (OF_NEXT.test(url)) return 404;
  // Before its size: what another site sends leaves no word behind for the next page.
  if (method === "POST" && !FILE.test(url) && isForeign(req, origin)) return 403;
  if (isTooLarge(req)) return 413;
  if (headers["transfer-encoding"] !== undefined) return 411;
  if (method !== "POST") return null;
  if (FILE.test(url)) return 405;
  // A route reads its own body, and Next lets it only as long as nobody else has.
  if (ROUTE.test(url)) return null;
  if (isForm(req)) return (await isFormReadable(req)) ? null : 400;
  return headers["next-action"] === undefined ? null : 400;
}

/** Those that may go well the next time they are asked. */
const PASSING = [408, 429, 500, 503];
/** Those that may come after the act: its page failed to be drawn. */
const isUnsure = (status, isUnbegun) => status >= 500 && !isUnbegun;

/** The page of a refusal: what happened, what to do, what was typed, the ways on. */
function document(req, res, { status, locale, minutes, policy, isUnbegun }) {
  const labels = LABELS[locale];
  const [title, text] = WORDS[locale][status];
  const isPassing = PASSING.includes(status);
  const isPost = req.method === "POST";
  const typed = isPost && isPassing ? typedWords(req, labels.typed) : "";
  const again = `<a href="${ownAddress(req)}">${isPost ? labels.reopen : labels.retry}</a>`;
  const contact = escaped(process.env.CLUB_CONTACT ?? "");
  const reference = escaped(String(res.getHeader?.("X-Request-Id") ?? ""));
  const content = [
    isPost && isPassing
      ? `<p>${isUnsure(status, isUnbegun) ? labels.unsure : labels.unsent}</p>${typed}`
      : "",
    `<p class="ways">${isPassing ? again : ""}<a href="/${locale}">${labels.home}</a></p>`,
    status >= 500 && contact
      ? `<p class="small">${labels.contact} <a href="mailto:${contact}">${contact}</a></p>`
      : "",
    status === 500 && reference ? `<p class="small">${labels.reference} ${reference}</p>` : "",
  ].join("");
  return plainPage(req, locale, {
    title: title.replace(/[.。]$/, ""),
    text: text.replace("{minutes}", String(minutes)),
    content,
    policy,
  });
}

/** What a script reads: asked for as such, or at an address of data by whoever takes anything. */
function wantsJson({ headers, url }) {
  const accept = String(headers.accept ?? "*/*");
  return accept.includes("application/json") || (ROUTE.test(url) && accept.includes("*/*"));
}

/**
 * Answers with a refusal in the language of the address; a logo that is too large is told at its form. What the
 * client still sends is read on, within bounds: a connection closed upon it would take the answer along. `policy` is the
 * content security policy of the answer, for the style of its page. `isUnbegun`: no page and no action has seen it.
 */
export function refuse(req, res, status, policy, { isUnbegun = false } = {}) {
  const locale = localeOf(req.url);
  const form = status === 413 ? formOf(req) : null;
  const isPage = String(req.headers.accept ?? "").includes("text/html");
  const isData = !isPage && wantsJson(req);
  const minutes = Math.ceil(Number(res.getHeader?.("Retry-After") ?? 60) / 60);
  const message = refusalLine(locale, status, minutes);
  const words = isData ? JSON.stringify({ message }) : `${message}\n`;
  const page = isPage ? document(req, res, { status, locale, minutes, policy, isUnbegun }) : words;
  const body = form === null ? page : "";
  res.writeHead(form === null ? status : 303, {
    "Content-Type": `${isData ? "application/json" : isPage ? "text/html" : "text/plain"}; charset=utf-8`,
    "Content-Language": locale,
    "Content-Length": Buffer.byteLength(body),
    Connection: "close",
    ...(form !== null && {
      Location: form,
      "Set-Cookie": flashOf(form, process.env.APP_ORIGIN),
    }),
    ...(status === 405 && { Allow: allowedAt(req.url, req.method) }),
    ...(status === 503 && { "Retry-After": AWAY_SECONDS }),
  });
  const isSending = status === 413 || (req.method === "POST" && !req.complete && !req.destroyed);
  if (!isSending) return res.end(req.method === "HEAD" ? undefined : body);
  res.flushHeaders();
  res.write(body);
  drain(req).then(() => res.end());
}

const RAW_STATUS = {
  HPE_INVALID_METHOD: 405,
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** The raw answer to bytes that are not HTTP, or that come too slowly; in every language, since no address is known. */
export function rawRefusal(error, headers) {
  const status = RAW_STATUS[error.code] ?? 400;
  const body = Object.keys(WORDS)
    .map((locale) => `${refusalLine(locale, status)}\n`)
    .join("");
  const lines = Object.entries({
    ...headers,
    "Cache-Control": "no-store",
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Length": Buffer.byteLength(body),
    ...(status === 405 && { Allow: METHODS.join(", ") }),
    Connection: "close",
  });
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n${body}`;
}
