import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { KeptMailCard } from "@/components/jobs/kept-mail-card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { getViewer } from "@/lib/core/auth/viewer";
import { formatInstant } from "@/lib/core/dates";
import { preferredLocale } from "@/lib/core/i18n/accept-language";
import { getTranslator } from "@/lib/core/i18n/translator";
import { areMailsReadable, listKeptMails } from "@/lib/core/mail/kept-mails";

export const metadata: Metadata = { title: "Mail", robots: { index: false } };

export default async function KeptMailsPage() {
  if (!areMailsReadable()) notFound();
  const viewer = await getViewer();
  const locale = viewer?.locale ?? preferredLocale((await headers()).get("accept-language"));
  const t = getTranslator(locale, "mails");
  const mails = await listKeptMails();
  return (
    <main className="mx-auto max-w-page px-4 py-8 sm:px-6 sm:py-12">
      <PageHeader title={t("kept.title")} lead={t("kept.lead")} />
      {mails.length === 0 ? (
        <EmptyState title={t("kept.emptyTitle")} text={t("kept.empty")} />
      ) : (
        <ul className="grid gap-6">
          {mails.map((mail) => (
            <KeptMailCard
              key={mail.id}
              mail={mail}
              to={t("kept.to", { address: mail.to })}
              at={formatInstant(mail.at, locale)}
              page={t("kept.page")}
            />
          ))}
        </ul>
      )}
    </main>
  );
}
