import fs from "node:fs";
import path from "node:path";
import { ROOT } from "../launch/run.mjs";
import { localeOf } from "./request-headers.mjs";

const MB = 1024 ** 2;
const LARGEST = MB;
/** What a form puts around its file. */
const FORM = 64 * 1024;

/** Where files are sent, as the rooms declare it (`Upload` in `lib/core/files/upload.ts`). */
const UPLOADS = fs
  .readdirSync(path.join(ROOT, "lib"), { recursive: true })
  .filter((name) => name.endsWith(".upload.json"))
  .map((name) => JSON.parse(fs.readFileSync(path.join(ROOT, "lib", name), "utf8")))
  .map((upload) => ({
    ...upload,
    pattern: new RegExp(`^${upload.address.replace("[slug]", "([a-z0-9-]{1,120})")}(?:\\?|$)`),
  }));

/** How much is read of what is too large, and for how long: a browser looks at the answer once it has sent all. */
const DRAINED = 40 * MB;
const DRAIN_MS = 30_000;

const uploadOf = ({ method, url }) =>
  method === "POST" ? UPLOADS.find(({ pattern }) => pattern.test(url)) : undefined;

/** Whether a request announces more than its address takes: a file for an upload, 1 MB of words for anything else. */
export function isTooLarge(req) {
  const length = Number(req.headers["content-length"] ?? 0);
  const upload = uploadOf(req);
  return length > (upload ? upload.mostBytes + FORM : LARGEST);
}

/** The page with the form of a file that is too large, which says so in its language; null for anything else. */
export function formOf(req) {
  const upload = uploadOf(req);
  if (!upload) return null;
  const [, slug] = req.url.match(upload.pattern);
  const [page, anchor] = upload.form.replace("[slug]", slug).split("#");
  return `/${localeOf(req.url)}${page}?refused=${upload.tooLarge}#${anchor}`;
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
