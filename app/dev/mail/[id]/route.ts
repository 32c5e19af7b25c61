import { areMailsReadable, listKeptMails } from "@/lib/core/mail/kept-mails";
import { MARK_ADDRESS, readMark } from "@/lib/core/mail/mail-mark";

type Context = { params: Promise<{ id: string }> };

/** A mail's styles stand in its tags, and its picture within it; nothing else is let in, and nothing runs. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

/** One kept mail as a mail programme draws it. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  const kept = areMailsReadable() ? await listKeptMails() : [];
  const mail = kept.find((one) => one.id === id);
  if (!mail) return new Response(null, { status: 404 });
  const mark = `data:image/png;base64,${(await readMark()).toString("base64")}`;
  return new Response(mail.html.replaceAll(MARK_ADDRESS, mark), {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "no-store",
      "Content-Security-Policy": POLICY,
      "X-Content-Type-Options": "nosniff",
    },
  });
}
