import { redirect } from "next/navigation";
import { GuestLinkOver } from "@/components/events/guest-link-over";
import { OutcomeForm } from "@/components/events/outcome-form";
import { NarrowPage } from "@/components/ui/narrow-page";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { guestPage } from "@/lib/events/guest-link";
import { answerAsGuestAction } from "@/lib/events/guests.actions";
import { getGuestPage } from "@/lib/events/guests.queries";

export const generateMetadata = titled("events", "after.title", { referrer: "same-origin" });

/** After an event: the one question to a guest who came. Of anybody else their own page says where they stand. */
export default async function GuestAfterPage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const token = [(await searchParams).token].flat()[0] ?? "";
  const data = await getGuestPage(token);
  if (!data) return <GuestLinkOver locale={locale} />;
  if (data.own?.state !== "attended") redirect(path(locale, guestPage(token)));
  const { event, own, outcome, outcomeWords } = data;
  const t = getTranslator(locale, "events");
  return (
    <NarrowPage lead={t("after.lead")} title={t("after.title")}>
      <OutcomeForm
        action={answerAsGuestAction}
        attendance={{ id: own.id, version: own.version, slug: event.slug, outcome, outcomeWords }}
        locale={locale}
        token={token}
      />
    </NarrowPage>
  );
}
