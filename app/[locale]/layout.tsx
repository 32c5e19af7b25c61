import { headers } from "next/headers";
import type { ReactNode } from "react";
import { LeaveApplication } from "@/components/applications/leave-application";
import { PageFrame } from "@/components/shell/page-frame";
import { FlashContext, ReaderContext } from "@/components/ui/form-context";
import { signOutAction } from "@/lib/accounts/actions";
import { sealReader } from "@/lib/core/auth/form-reader";
import { mayRead } from "@/lib/core/auth/standing";
import { getViewer } from "@/lib/core/auth/viewer";
import { isStaff, viewerName } from "@/lib/core/auth/viewer-type";
import { env } from "@/lib/core/env";
import { clubName } from "@/lib/core/i18n/club-name";
import { isLocale } from "@/lib/core/i18n/locales";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { shellCopy } from "@/lib/core/i18n/shell-copy";
import { faceOf } from "@/lib/members/face";
import { countWaiting } from "@/lib/moderation/queries";
import { countUnseen } from "@/lib/notifications/list.queries";
import { PageNotice, readNotice } from "./page-notice";
import { PageRefusal } from "./page-refusal";
import { isWithinApplication } from "./within-application";

type LocaleLayoutProps = { children: ReactNode; params: Promise<{ locale: string }> };

export default async function LocaleLayout({ children, params }: LocaleLayoutProps) {
  const { locale: asked } = await params;
  const locale = isLocale(asked) ? asked : await pageLocale(params);
  const viewer = await getViewer();
  const [waiting, unseen] = await Promise.all([countWaiting(viewer), countUnseen(viewer)]);
  const exchanges = viewer?.waiting ?? 0;
  const current = (await headers()).get("x-club-path") ?? "/";
  const isApplying = await isWithinApplication(current, viewer, locale);
  const notice = await readNotice(locale);
  const flash = notice?.form ? { ...notice, form: notice.form } : null;
  const bleed = /^\/(\?|$)/.test(current);
  const above = bleed ? "mx-auto w-full max-w-page px-4 pt-6 sm:px-6" : "mb-8";
  const { CLUB_CONTACT, CLUB_DEMO } = env();
  return (
    <ReaderContext value={sealReader(viewer)}>
      <PageFrame
        locale={locale}
        copy={shellCopy(locale, waiting, exchanges, unseen)}
        clubName={clubName(locale)}
        contactHref={`mailto:${CLUB_CONTACT}`}
        current={current}
        demo={CLUB_DEMO === "1"}
        bleed={bleed}
        leave={isApplying ? <LeaveApplication current={current} locale={locale} /> : undefined}
        signOut={signOutAction}
        viewer={
          viewer && {
            name: viewerName(viewer, locale),
            face: faceOf(viewer.portrait, viewer.nameZh || viewer.name, viewer.name),
            isMember: mayRead(viewer),
            isStaff: isStaff(viewer),
            waiting,
            exchanges,
            unseen,
          }
        }
      >
        <PageNotice className={above} locale={locale} />
        <PageRefusal className={above} locale={locale} />
        <FlashContext value={flash}>{children}</FlashContext>
      </PageFrame>
    </ReaderContext>
  );
}
