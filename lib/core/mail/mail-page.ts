import "server-only";
import { MARK_ADDRESS, readMark } from "./mail-mark";

/** A mail's styles stand in its tags, and its picture within it; nothing else is let in, and nothing runs. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

/** A mail as a page of its own, as a mail programme draws it. */
export async function mailPage(html: string): Promise<Response> {
  const mark = `data:image/png;base64,${(await readMark()).toString("base64")}`;
  return new Response(html.replaceAll(MARK_ADDRESS, mark), {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "no-store",
      "Content-Security-Policy": POLICY,
      "X-Content-Type-Options": "nosniff",
    },
  });
}
