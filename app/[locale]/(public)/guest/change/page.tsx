import { redirect } from "next/navigation";
import { ChangeForm } from "@/components/events/change-form";
import { GuestLinkOver } from "@/components/events/guest-link-over";
import { NarrowPage } from "@/components/ui/narrow-page";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { thisMoment } from "@/lib/core/this-moment";
import { guestPage } from "@/lib/events/guest-link";
import { changeAsGuestAction } from "@/lib/events/guests.actions";
import { getGuestPage } from "@/lib/events/guests.queries";
import { changeableOf } from "../changeable";

export const generateMetadata = titled("events", "registration.change", {
  referrer: "same-origin",
});

/** Where a guest changes what they gave; who cannot any more reads where they stand. */
export default async function GuestChangePage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const token = [(await searchParams).token].flat()[0] ?? "";
  const data = await getGuestPage(token);
  if (!data) return <GuestLinkOver locale={locale} />;
  const own = changeableOf(data, thisMoment());
  if (!own) redirect(path(locale, guestPage(token)));
  const t = getTranslator(locale, "events");
  return (
    <NarrowPage
      after={<a href={path(locale, guestPage(token))}>{t("guest.pageTitle")}</a>}
      title={t("registration.change")}
    >
      <ChangeForm
        action={changeAsGuestAction}
        companionsMost={data.event.companionsMost}
        guest={{ name: data.guest.name, token }}
        locale={locale}
        own={own}
      />
    </NarrowPage>
  );
}
