import type { FileKind } from "@/db/enums";
import { knownAnswer } from "./known-answer";
import { officeType } from "./read-office";

type Served = { name: string; kind: FileKind; content: Buffer };

const IMAGE_TYPE: [RegExp, string][] = [
  [/\.jpe?g$/i, "image/jpeg"],
  [/\.png$/i, "image/png"],
  [/\.webp$/i, "image/webp"],
];

/** Nothing in a file may run, wherever it is opened. */
const INERT = {
  "Content-Security-Policy": "default-src 'none'; sandbox",
  "X-Content-Type-Options": "nosniff",
};

/**
 * A checked file as an answer to whoever may have it: it is saved, opens in no page of ours, and no cache keeps it. What a
 * PDF or a document would run is up to the programme that opens the saved copy.
 */
export function fileAnswer({ name, kind, content }: Served): Response {
  const image = IMAGE_TYPE.find(([ending]) => ending.test(name))?.[1];
  const known = kind === "office" ? officeType(name) : image;
  const type = kind === "pdf" ? "application/pdf" : (known ?? "application/octet-stream");
  return new Response(new Uint8Array(content), {
    headers: {
      "Content-Type": type,
      "Content-Length": String(content.length),
      "Content-Disposition": `attachment; filename="${asciiName(name)}"; filename*=UTF-8''${encoded(name)}`,
      ...INERT,
      "Cache-Control": "private, no-store",
    },
  });
}

type Shown = {
  /** What changes with its bytes. */
  etag: string;
  cache: string;
  type: "image/png" | "image/webp";
  /** Under which it is saved; plain letters. */
  name?: string;
  read: () => Promise<Buffer | null | undefined>;
};

/**
 * A picture to whoever may see it, which the caller has asked: its bytes are read and sent only to who has others. `absent`
 * where there are none after all.
 */
export async function pictureAnswer(
  request: Request,
  { etag, cache, type, name, read }: Shown,
  absent: ResponseInit = { status: 404 },
): Promise<Response> {
  const headers = { ETag: `"${etag}"`, "Cache-Control": cache, ...INERT };
  const known = knownAnswer(request, headers);
  if (known) return known;
  const content = await read();
  if (!content) return new Response(null, absent);
  const saved = name && { "Content-Disposition": `attachment; filename="${name}"` };
  return new Response(new Uint8Array(content), {
    headers: { ...headers, "Content-Type": type, ...saved },
  });
}

const asciiName = (name: string) => name.replace(/[^\x20-\x7e]|["\\%]/g, "_");

/** RFC 8187: what encodeURIComponent leaves and the grammar does not. */
const encoded = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`);
