import type { FileKind } from "@/db/enums";

type Served = { name: string; kind: FileKind; content: Buffer };

const IMAGE_TYPE: [RegExp, string][] = [
  [/\.jpe?g$/i, "image/jpeg"],
  [/\.png$/i, "image/png"],
  [/\.webp$/i, "image/webp"],
];

/**
 * A checked file as an answer to whoever may have it: it is saved, opens in no page of ours, and no cache keeps it. What a
 * PDF would run is up to the programme that opens the saved copy.
 */
export function fileAnswer({ name, kind, content }: Served): Response {
  const image = IMAGE_TYPE.find(([ending]) => ending.test(name))?.[1];
  const type = kind === "pdf" ? "application/pdf" : (image ?? "application/octet-stream");
  return new Response(new Uint8Array(content), {
    headers: {
      "Content-Type": type,
      "Content-Length": String(content.length),
      "Content-Disposition": `attachment; filename="${asciiName(name)}"; filename*=UTF-8''${encoded(name)}`,
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}

const asciiName = (name: string) => name.replace(/[^\x20-\x7e]|["\\%]/g, "_");

/** RFC 8187: what encodeURIComponent leaves and the grammar does not. */
const encoded = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`);
