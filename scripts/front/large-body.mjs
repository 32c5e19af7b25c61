import { localeOf } from "./request-headers.mjs";

const MB = 1024 ** 2;
const LARGEST = MB;
const FORM = 64 * 1024;

/** Where files are sent: what each address takes (`LOGO_BYTES`, `FILE_BYTES`) with what a form puts around it, and the page that says so. */
const UPLOADS = [
  {
    address: /^\/api\/organisations\/([a-z0-9-]{1,120})\/logo(?:\?|$)/,
    largest: 2 * MB + FORM,
    form: (slug) => `/organisations/${slug}/edit?refused=logoTooLarge#logo`,
  },
  {
    address: /^\/api\/projects\/([a-z0-9-]{1,120})\/files(?:\?|$)/,
    largest: 10 * MB + FORM,
    form: (slug) => `/projects/${slug}?refused=fileTooLarge#files`,
  },
  {
    address: /^\/api\/projects\/([a-z0-9-]{1,120})\/room\/documents(?:\?|$)/,
    largest: 10 * MB + FORM,
    form: (slug) => `/projects/${slug}/room/documents?refused=fileTooLarge#add`,
  },
];

/** How much is read of what is too large, and for how long: a browser looks at the answer once it has sent all. */
const DRAINED = 40 * MB;
const DRAIN_MS = 30_000;

const uploadOf = ({ method, url }) =>
  method === "POST" ? UPLOADS.find(({ address }) => address.test(url)) : undefined;

/** Whether a request announces more than its address takes: a file for an upload, 1 MB of words for anything else. */
export function isTooLarge(req) {
  const length = Number(req.headers["content-length"] ?? 0);
  return length > (uploadOf(req)?.largest ?? LARGEST);
}

/** The page with the form of a file that is too large, which says so in its language; null for anything else. */
export function formOf(req) {
  const upload = uploadOf(req);
  if (!upload) return null;
  const [, slug] = req.url.match(upload.address);
  return `/${localeOf(req.url)}${upload.form(slug)}`;
}

/** Proves to that page that the refusal is true (`lib/core/auth/flash.ts`). */
export function flashOf(form, origin) {
  const code = new URL(form, origin).searchParams.get("refused");
  const isPlain = origin.startsWith("http:");
  const name = isPlain ? "club-flash" : "__Host-club-flash";
  return `${name}=refused.${code}; Path=/; Max-Age=30; HttpOnly; SameSite=Lax${isPlain ? "" : "; Secure"}`;
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
