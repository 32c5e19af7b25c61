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
