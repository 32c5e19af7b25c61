import "server-only";
import { AppError } from "../errors";

/** No form that carries a file has as many fields; each costs its reader some, however little it holds. */
const MOST_FIELDS = 50;

/** As browsers write it and nothing else, so that nobody counts by one boundary and cuts by another. */
const BOUNDARY = /^multipart\/form-data; ?boundary="?([\w'()+,./:=?-]{1,70})"?$/i;

/** A posted form as it came, not yet read. */
export type SentForm = { type: string; bytes: Buffer<ArrayBuffer> };

/** Waits until the whole form of a request has arrived. Throws `unreadable`. */
export async function receiveUpload(request: Request): Promise<SentForm> {
  try {
    const bytes = Buffer.from(await request.arrayBuffer());
    return { type: request.headers.get("content-type") ?? "", bytes };
  } catch {
    throw new AppError("unreadable");
  }
}

/** Reads a form (`multipart/form-data`, RFC 7578) that carries a file. Throws `unreadable`. */
export async function readUpload({ type, bytes }: SentForm): Promise<FormData> {
  try {
    const name = BOUNDARY.exec(type)?.[1];
    if (!name || countBoundaries(bytes, name) > MOST_FIELDS + 1) {
      throw new AppError("unreadable");
    }
    return await new Response(bytes, { headers: { "content-type": type } }).formData();
  } catch {
    throw new AppError("unreadable");
  }
}

function countBoundaries(bytes: Buffer, name: string): number {
  const boundary = `--${name}`;
  let count = 0;
  for (
    let at = bytes.indexOf(boundary);
    at !== -1 && count <= MOST_FIELDS + 1;
    at = bytes.indexOf(boundary, at + boundary.length)
  ) {
    count++;
  }
  return count;
}
