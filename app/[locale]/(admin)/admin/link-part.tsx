import { LinkCard } from "@/components/arrivals/link-card";
import { copyLinkAction, sendLinkAction } from "@/lib/arrivals/actions";
import { getArrival } from "@/lib/arrivals/waiting.queries";
import { readFresh } from "@/lib/core/auth/fresh-secret";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { env } from "@/lib/core/env";
import type { Locale } from "@/lib/core/i18n/locales";
import { path } from "@/lib/core/paths";

/** The link of somebody whom the club brought in, in their language; null for anybody else, and for who may not send it. */
export async function linkPart(
  viewer: Viewer,
  account: { id: string; locale: Locale },
  locale: Locale,
) {
  const arrival = await getArrival(viewer, account.id);
  if (!arrival) return null;
  const token = await readFresh("link", viewer, account.id);
  const fresh = token && `${env().APP_ORIGIN}${path(account.locale, "/come-in", { token })}`;
  return (
    <LinkCard
      actions={{ send: sendLinkAction, copy: copyLinkAction }}
      arrival={arrival}
      fresh={fresh}
      locale={locale}
    />
  );
}
