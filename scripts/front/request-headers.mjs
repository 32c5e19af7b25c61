import { randomBytes } from "node:crypto";
import { parseAndValidateFlightRouterState } from "next/dist/server/app-render/parse-and-validate-flight-router-state.js";
import { clientAddress } from "./client-address.mjs";

const INTERNAL =
  /^(x-forwarded-.*|x-real-ip|forwarded|x-club-.*|x-nonce|x-middleware-.*|x-invoke-.*|x-now-.*|x-vercel-.*|x-matched-path|x-nextjs-data|x-next-.*|next-resume|x-prerender-.*|x-action-.*|content-security-policy.*)$/;

const LOCALES = ["fr", "en", "zh"];

/** The language of an address: its first segment, or `?locale=` of one that is read by scripts and forms. */
export function localeOf(url) {
  const segment = url.split(/[/?#]/, 2)[1];
  const asked = segment === "api" ? new URLSearchParams(url.split("?")[1]).get("locale") : segment;
  return LOCALES.includes(asked) ? asked : "fr";
}

/** Path and query of a page without its language, for the links to its other languages: `/projects?page=2`. */
function pathOf(url) {
  const { pathname, searchParams } = new URL(`http://localhost${url}`);
  searchParams.delete("_rsc");
  searchParams.delete("notice");
  const rest = pathname.replace(/^\/(fr|en|zh)(?=\/|$)/, "") || "/";
  return searchParams.size > 0 ? `${rest}?${searchParams}` : rest;
}

/** What an action has to say on the page it leads to; kept out of the links to other languages. */
function noticeOf(url) {
  const code = new URL(`http://localhost${url}`).searchParams.get("notice") ?? "";
  return /^\w{1,40}$/.test(code) ? code : "";
}

function isReadableState(value) {
  try {
    parseAndValidateFlightRouterState(value);
    return true;
  } catch {
    return false;
  }
}

/** A part of a file: the public ones are small, and one that lies outside them Next calls a failure of its own. */
const OF_A_PART = ["range", "if-range"];

/**
 * Leaves of a request only what a browser may say, and adds what the pages rely on: `x-club-client` (the address as
 * limits count it), `x-club-locale`, `x-club-request`, `x-club-path`, `x-club-notice`, `x-club-action` and the policy from which Next takes the nonce.
 */
export function setRequestHeaders(req, { origin, proxies, policy, asked, askedBy, action }) {
  const { headers } = req;
  const client = clientAddress(proxies, req.socket.remoteAddress, headers["x-forwarded-for"]);
  for (const name of Object.keys(headers))
    if (INTERNAL.test(name) || OF_A_PART.includes(name)) delete headers[name];
  // Next would answer an unreadable one with an internal error; without it, it sends the whole page.
  if (!isReadableState(headers["next-router-state-tree"])) delete headers["next-router-state-tree"];
  const { host, protocol } = new URL(origin);
  const request = askedBy ?? randomBytes(6).toString("hex");
  Object.assign(headers, {
    host,
    "x-forwarded-host": host,
    "x-forwarded-proto": protocol.slice(0, -1),
    "x-forwarded-for": client,
    "x-club-client": client,
    "x-club-locale": localeOf(asked ?? req.url),
    "x-club-request": request,
    "x-club-action": action ?? "",
    "x-club-path": pathOf(asked ?? req.url),
    "x-club-notice": noticeOf(asked ?? req.url),
    "content-security-policy": policy,
  });
  return request;
}
