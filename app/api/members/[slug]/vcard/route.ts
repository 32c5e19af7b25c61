import type { NextRequest } from "next/server";
import { spend } from "@/lib/core/auth/rate-limit";
import { mayRead } from "@/lib/core/auth/standing";
import { tooOftenHeaders } from "@/lib/core/auth/too-often";
import { getBareViewer } from "@/lib/core/auth/viewer";
import { env } from "@/lib/core/env";
import { clubName } from "@/lib/core/i18n/club-name";
import { isLocale } from "@/lib/core/i18n/locales";
import { path } from "@/lib/core/paths";
import { getMember, getMemberContacts } from "@/lib/members/queries";
import { writeVcard } from "@/lib/members/vcard";

type Context = { params: Promise<{ slug: string }> };

const PRIVATE = { "cache-control": "private, no-store" };

/** A member as a contact for the telephone: what the viewer may see of them, in the language asked for. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const viewer = await getBareViewer();
  if (!mayRead(viewer)) return new Response(null, { status: 404, headers: PRIVATE });
  try {
    await spend("directory", viewer.accountId);
  } catch (error) {
    const headers = { ...PRIVATE, ...tooOftenHeaders(error) };
    return new Response(null, { status: 429, headers });
  }
  const member = await getMember(viewer, (await params).slug);
  if (!member) return new Response(null, { status: 404, headers: PRIVATE });
  const contacts = await getMemberContacts(viewer, member.id);
  const asked = request.nextUrl.searchParams.get("locale");
  const locale = isLocale(asked) ? asked : viewer.locale;
  const url = new URL(path(locale, `/members/${member.slug}`), env().APP_ORIGIN).href;
  const card = writeVcard(member, contacts, {
    locale,
    url,
    club: clubName(locale),
    now: new Date(),
  });
  return new Response(card, {
    headers: {
      ...PRIVATE,
      "content-type": "text/vcard; charset=utf-8",
      "content-disposition": `attachment; filename="${member.slug}.vcf"`,
    },
  });
}
