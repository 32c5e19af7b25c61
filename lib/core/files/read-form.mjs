import { createHash } from "node:crypto";

/** As browsers write it and nothing else, so that nobody counts by one boundary and cuts by another. */
const BOUNDARY = /^multipart\/form-data; ?boundary="?([\w'()+,./:=?-]{1,70})"?$/i;

/** What a browser writes before a value: the names of the field and of the file, and what the file is. */
const MOST_HEAD = { lines: 4, bytes: 4096 };

/**
 * Reads a form (`multipart/form-data`, RFC 7578) of at most so many parts. Null for one that is broken, and for one that no
 * browser sends: many parts, or one of many lines, would hold the process for seconds.
 * @param {Buffer<ArrayBuffer>} body
 * @param {string} type what `Content-Type` says
 * @param {number} most
 * @returns {Promise<FormData | null>}
 */
export async function readForm(body, type, most) {
  const name = BOUNDARY.exec(type)?.[1];
  if (!name || !isPlain(body, `--${name}`, most)) return null;
  try {
    return await new Response(body, { headers: { "content-type": type } }).formData();
  } catch {
    return null;
  }
}

/**
 * @param {Buffer} bytes
 * @param {string} boundary
 * @param {number} most
 */
function isPlain(bytes, boundary, most) {
  let parts = 0;
  for (let at = bytes.indexOf(boundary); at !== -1; at = bytes.indexOf(boundary, at)) {
    at += boundary.length;
    if (bytes.toString("latin1", at, at + 2) === "--") continue;
    parts += 1;
    const head = bytes.toString("latin1", at + 2, at + 2 + MOST_HEAD.bytes).split("\r\n\r\n", 1)[0];
    if (parts > most || head.length === MOST_HEAD.bytes) return false;
    if (head.split("\r\n").length > MOST_HEAD.lines) return false;
  }
  return true;
}

/**
 * Tells what a form holds from all else: the same when it is sent again, for which a browser makes up another boundary.
 * @param {Buffer} body
 * @param {string} type what `Content-Type` says
 */
export function digestOfForm(body, type) {
  const boundary = `--${BOUNDARY.exec(type)?.[1]}`;
  const hash = createHash("sha256");
  for (let from = 0, to = 0; to !== -1; from = to + boundary.length) {
    to = body.indexOf(boundary, from);
    const part = body.subarray(from, to === -1 ? undefined : to);
    hash.update(`${part.length}:`).update(part);
  }
  return hash.digest("base64url");
}
