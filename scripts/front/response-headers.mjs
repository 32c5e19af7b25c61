import { randomFillSync } from "node:crypto";

const DENIED = [
  "accelerometer",
  "autoplay",
  "browsing-topics",
  "camera",
  "display-capture",
  "geolocation",
  "gyroscope",
  "hid",
  "interest-cohort",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "serial",
  "usb",
  "xr-spatial-tracking",
];

const chance = Buffer.alloc(16 * 256);
let spent = chance.length;

/** 128 random bits in base64; the system is asked for many at once. */
export function freshNonce() {
  if (spent === chance.length) {
    randomFillSync(chance);
    spent = 0;
  }
  spent += 16;
  return chance.toString("base64", spent - 16, spent);
}

/** The content security policy of one response. Reloading in development needs eval, inline styles and a web socket. */
export function contentPolicy(nonce, { isDev = false } = {}) {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${isDev ? " 'unsafe-eval'" : ""}`,
    isDev ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${isDev ? " ws:" : ""}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** The nonce of a policy; one that no document has where it names none. */
export const nonceOf = (policy = "") => policy.match(/'nonce-([^']+)'/)?.[1] ?? "none";

const PERMISSIONS = DENIED.map((feature) => `${feature}=()`).join(", ");

/** The headers of every response, refusals and files included. */
export function securityHeaders(policy, origin) {
  return {
    "Content-Security-Policy": policy,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": PERMISSIONS,
    ...(origin.startsWith("https:") && {
      "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
    }),
  };
}

/** `Cache-Control` of what every cache may keep as long as it likes. */
export const FOR_EVER = "public, max-age=31536000, immutable";

/** Of what is saved nothing may run, wherever it is opened. */
const SAVED = "default-src 'none'; sandbox";

const isSaved = (res) => /^attachment\b/i.test(res.getHeader("Content-Disposition") ?? "");

const SIGNED_OUT = /^(?:__Host-)?club-session=;/;
const isSigningOut = (res) =>
  [res.getHeader("Set-Cookie") ?? []].flat().some((cookie) => SIGNED_OUT.test(cookie));

/**
 * Completes the headers at the moment they are sent. What a route has set itself stays: Next keeps the first value of
 * a header, so ours come last. What nobody gave a lifetime is not kept.
 */
export function finishHeaders(res, { policy, origin, isClosing }) {
  const writeHead = res.writeHead;
  res.writeHead = (...args) => {
    res.removeHeader("X-Powered-By");
    const ours = securityHeaders(isSaved(res) ? SAVED : policy, origin);
    for (const [name, value] of Object.entries({ ...ours, "Cache-Control": "no-store" }))
      if (!res.hasHeader(name)) res.setHeader(name, value);
    // Pages and pictures of whoever signs out are forgotten; the language and an application's key are cookies, and stay.
    if (isSigningOut(res)) res.setHeader("Clear-Site-Data", '"cache", "storage"');
    if (isClosing()) res.setHeader("Connection", "close");
    return writeHead.apply(res, args);
  };
}
