import { areMailsReadable, listKeptMails } from "@/lib/core/mail/kept-mails";
import { mailPage } from "@/lib/core/mail/mail-page";

type Context = { params: Promise<{ id: string }> };

/** One kept mail as a mail programme draws it. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  const kept = areMailsReadable() ? await listKeptMails() : [];
  const mail = kept.find((one) => one.id === id);
  return mail ? mailPage(mail.html) : new Response(null, { status: 404 });
}
