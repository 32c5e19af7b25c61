import { localeOf } from "./request-headers.mjs";

const MB = 1024 ** 2;
const LARGEST = MB;
/** A logo of all that its form allows (`LOGO_BYTES`) with what a form puts around it. */
const LARGEST_LOGO = 2 * MB + 64 * 1024;

/** How much is read of what is too large, and for how long: a browser looks at the answer once it has sent all. */
const DRAINED = 40 * MB;
const DRAIN_MS = 30_000;

const LOGO = /^\/api\/organisations\/([a-z0-9-]{1,120})\/logo(?:\?|$)/;

const logoOf = ({ method, url }) => (method === "POST" ? url.match(LOGO)?.[1] : undefined);

/** Whether a request announces more than its address takes: a picture for a logo, 1 MB of words for anything else. */
export function isTooLarge(req) {
  const length = Number(req.headers["content-length"] ?? 0);
  return length > (logoOf(req) === undefined ? LARGEST : LARGEST_LOGO);
}

/** The page with the form of a logo that is too large, which says so in its language; null for anything else. */
export function formOf(req) {
  const slug = logoOf(req);
  if (slug === undefined) return null;
  return `/${localeOf(req.url)}/organisations/${slug}/edit?refused=logoTooLarge#logo`;
}

/** Reads on and forgets, within bounds. */
export function drain(req) {
  return new Promise((resolve) => {
    let left = DRAINED;
    const timer = setTimeout(settle, DRAIN_MS);
    function settle() {
      clearTimeout(timer);
      req.off("data", forget).off("end", settle).off("close", settle);
      resolve();
    }
    function forget(chunk) {
      left -= chunk.length;
      if (left < 0) settle();
    }
    req.on("data", forget).on("end", settle).on("close", settle);
  });
}
