import { STATUS_CODES } from "node:http";
import { isFormReadable } from "./form-body.mjs";
import { drain, flashOf, formOf, isTooLarge } from "./large-body.mjs";
import { plainPage } from "./plain-page.mjs";
import { localeOf } from "./request-headers.mjs";

const LONGEST_URL = 8000;
const READING = ["GET", "HEAD", "OPTIONS"];
const METHODS = [...READING, "POST"];

const WORDS = {
  fr: {
    400: "Cette demande n’a pas pu être lue. Vérifiez l’adresse, puis réessayez.",
    403: "Ce formulaire a été envoyé depuis un autre site. Ouvrez la page sur ce portail, puis réessayez.",
    404: "Cette page n’existe pas. Vérifiez l’adresse, ou partez de l’accueil.",
    405: "Cette méthode n’est pas acceptée ici.",
    408: "La demande a mis trop de temps à arriver. Réessayez.",
    411: "La taille de l’envoi doit être annoncée. Réessayez depuis un navigateur.",
    413: "L’envoi dépasse 1 Mo. Raccourcissez-le, puis réessayez.",
    414: "Cette adresse est trop longue. Retirez des filtres, puis réessayez.",
    417: "Cette attente n’est pas prise en charge.",
    431: "Les en-têtes de la demande sont trop longs. Effacez les cookies de ce site, puis réessayez.",
    500: "Une erreur est survenue de notre côté. Réessayez dans un instant.",
    503: "Le service est indisponible quelques instants. Rien n’est perdu : réessayez bientôt.",
  },
  en: {
    400: "We couldn’t read this request. Check the address, then try again.",
    403: "This form was sent from another site. Open the page on our site, then try again.",
    404: "This page doesn’t exist. Check the address, or start from the home page.",
    405: "We don’t accept this kind of request here. Start again from the home page.",
    408: "The request took too long to arrive. Try again.",
    411: "We can’t tell how large this is. Try again from a browser.",
    413: "What you sent is larger than 1 MB. Shorten it, then try again.",
    414: "This address is too long. Remove some filters, then try again.",
    417: "We can’t handle this kind of request. Try again from a browser.",
    431: "Your browser sent too much with this request. Clear this site’s cookies, then try again.",
    500: "Something went wrong on our side. Try again in a moment.",
    503: "The service is unavailable for a moment. Nothing is lost: try again shortly.",
  },
  zh: {
    400: "无法读取此请求。请检查网址后重试。",
    403: "此表单来自其他网站。请在本站打开页面后重试。",
    404: "此页面不存在。请检查网址，或从首页开始。",
    405: "此处不接受这种请求方式。请从首页重新打开。",
    408: "发送时间过长，请重试。",
    411: "无法得知发送内容的大小。请用浏览器重试。",
    413: "发送的内容超过1 MB。请缩短后重试。",
    414: "网址过长。请减少筛选条件后重试。",
    417: "不支持这种请求。请用浏览器重试。",
    431: "请求头过长。请清除本站的Cookie后重试。",
    500: "我们这边出错了，请稍后重试。",
    503: "服务暂时不可用，内容不会丢失。请稍后重试。",
  },
};

function isReadable(url) {
  if (!url.startsWith("/") || url.includes("%00")) return false;
  if (!URL.canParse(`http://localhost${url}`)) return false;
  try {
    decodeURIComponent(url.split("?", 1)[0]);
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
/** Next would fetch and decode any picture of ours for whoever asks; no page uses it. */
const OPTIMIZER = /^\/_next\/image(?:[/?#]|$)/;

/** The methods that an address takes, as `Allow` names them. */
export const allowedAt = (url) => (FILE.test(url) ? READING : METHODS).join(", ");

/** The status with which a request is refused before any page sees it, or null. */
export async function refusalOf(req, origin) {
  const { headers, method, url } = req;
  if (!METHODS.includes(method)) return 405;
  if (url.length > LONGEST_URL) return 414;
  if (headers.host === undefined || !isReadable(url)) return 400;
  if (OPTIMIZER.test(url)) return 404;
  // Before its size: what another site sends leaves no word behind for the next page.
  if (method === "POST" && !FILE.test(url) && isForeign(req, origin)) return 403;
  if (isTooLarge(req)) return 413;
  if (headers["transfer-encoding"] !== undefined) return 411;
  if (method !== "POST") return null;
  if (FILE.test(url)) return 405;
  // A route reads its own body, and Next lets it only as long as nobody else has.
  if (ROUTE.test(url)) return null;
  const isForm = MULTIPART.test(headers["content-type"]);
  if (isForm) return (await isFormReadable(req)) ? null : 400;
  return headers["next-action"] === undefined ? null : 400;
}

const document = (locale, words) => plainPage(locale, words, `<p><a href="/${locale}">←</a></p>`);

/** What a script reads: asked for as such, or at an address of data by whoever takes anything. */
function wantsJson({ headers, url }) {
  const accept = String(headers.accept ?? "*/*");
  return accept.includes("application/json") || (ROUTE.test(url) && accept.includes("*/*"));
}

/**
 * Answers with a refusal in the language of the address; a logo that is too large is told at its form. What the
 * client still sends is read on, within bounds: a connection closed upon it would take the answer along.
 */
export function refuse(req, res, status) {
  const locale = localeOf(req.url);
  const form = status === 413 ? formOf(req) : null;
  const isPage = String(req.headers.accept ?? "").includes("text/html");
  const isData = !isPage && wantsJson(req);
  const message = WORDS[locale][status];
  const words = isData ? JSON.stringify({ message }) : `${message}\n`;
  const body = form === null ? (isPage ? document(locale, message) : words) : "";
  res.writeHead(form === null ? status : 303, {
    "Content-Type": `${isData ? "application/json" : isPage ? "text/html" : "text/plain"}; charset=utf-8`,
    "Content-Language": locale,
    "Content-Length": Buffer.byteLength(body),
    Connection: "close",
    ...(form !== null && {
      Location: form,
      "Set-Cookie": flashOf(form, process.env.APP_ORIGIN),
    }),
    ...(status === 405 && { Allow: allowedAt(req.url) }),
    ...(status === 503 && { "Retry-After": "5" }),
  });
  const isSending = status === 413 || (req.method === "POST" && !req.complete);
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
  const body = Object.values(WORDS)
    .map((words) => `${words[status]}\n`)
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
