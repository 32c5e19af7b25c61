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

/** The headers of every response, refusals and files included. */
export function securityHeaders(policy, origin) {
  return {
    "Content-Security-Policy": policy,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": DENIED.map((feature) => `${feature}=()`).join(", "),
    ...(origin.startsWith("https:") && {
      "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
    }),
  };
}

/** Completes the headers at the moment they are sent: what nobody gave a lifetime is not kept. */
export function finishHeaders(res, isClosing) {
  const writeHead = res.writeHead;
  res.writeHead = (...args) => {
    res.removeHeader("X-Powered-By");
    if (!res.hasHeader("Cache-Control")) res.setHeader("Cache-Control", "no-store");
    if (isClosing()) res.setHeader("Connection", "close");
    return writeHead.apply(res, args);
  };
}
