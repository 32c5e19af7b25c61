import type { NextRequest } from "next/server";
import { getBareViewer } from "@/lib/core/auth/viewer";
import { viewerName } from "@/lib/core/auth/viewer-type";
import { DEFAULT_LOCALE, isLocale } from "@/lib/core/i18n/locales";
import { drawMail } from "@/lib/core/mail/draw-mail";
import { mailPage } from "@/lib/core/mail/mail-page";
import { unsubscribeAddresses } from "@/lib/core/mail/unsubscribe-token";
import { rowId } from "@/lib/core/text/fields";
import { mailingLetter } from "@/lib/mailings/letter";
import { getMailing } from "@/lib/mailings/queries";

type Context = { params: Promise<{ id: string }> };

/** A mailing as its letter looks in a language (`?locale=zh`), to whoever looks at it. */
export async function GET({ nextUrl }: NextRequest, { params }: Context): Promise<Response> {
  const viewer = await getBareViewer();
  const id = rowId.safeParse((await params).id);
  const it = viewer && id.success ? await getMailing(viewer, id.data) : null;
  if (!viewer || !it) return new Response(null, { status: 404 });
  const asked = nextUrl.searchParams.get("locale");
  const locale = isLocale(asked) ? asked : DEFAULT_LOCALE;
  const letter = mailingLetter(it, locale, { name: viewerName(viewer, locale) });
  const own = { accountId: viewer.accountId, group: "newsletter" } as const;
  const isNewsletter = it.kind === "newsletter";
  const unsubscribe = isNewsletter ? { unsubscribe: unsubscribeAddresses(own, locale).page } : {};
  return mailPage(drawMail(locale, { ...letter, ...unsubscribe }).html);
}
