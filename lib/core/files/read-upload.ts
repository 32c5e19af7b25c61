import "server-only";
import { AppError } from "../errors";
import { readForm } from "./read-form.mjs";

/** No form that carries a file has as many fields; each costs its reader some, however little it holds. */
const MOST_FIELDS = 50;

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
  const form = await readForm(bytes, type, MOST_FIELDS);
  if (!form) throw new AppError("unreadable");
  return form;
}
