/** How the bytes of a CSV file are read; Excel writes the last one as "Unicode text". */
export const ENCODINGS = ["utf-8", "gb18030", "windows-1252", "utf-16le"] as const;

export type Encoding = (typeof ENCODINGS)[number];

/**
 * The encoding that a text was most likely written in. UTF-8 is hardly ever read so by accident; what is not UTF-8 is Chinese
 * where bytes above ASCII come in pairs, as GB 18030 writes its characters, and Western where they stand alone between letters.
 */
export function guessEncoding(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (isUtf8(bytes)) return "utf-8";
  let pairs = 0;
  let alone = 0;
  for (let at = 0; at < bytes.length; at++) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    if ((bytes[at + 1] ?? 0) < 0x80) alone++;
    else {
      pairs++;
      at++;
    }
  }
  return pairs > alone ? "gb18030" : "windows-1252";
}

/** The text without its byte order mark; what cannot be read is U+FFFD. */
export function decode(bytes: Uint8Array, encoding: Encoding): string {
  const decoder = new TextDecoder(encoding);
  // As a stream: read at once, Node 20 takes Windows-1252 for Latin-1 and loses its ’, € and œ.
  return decoder.decode(bytes, { stream: true }) + decoder.decode();
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
