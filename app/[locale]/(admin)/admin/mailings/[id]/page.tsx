import { notFound } from "next/navigation";
import { MailingBadge } from "@/components/mailings/mailing-badge";
import { MailingForm } from "@/components/mailings/mailing-form";
import { MailingPreview } from "@/components/mailings/mailing-preview";
import { RunPart } from "@/components/mailings/run-part";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { GraveMove } from "@/components/ui/grave-move";
import { MoveForm } from "@/components/ui/move-form";
import { PageHeader } from "@/components/ui/page-header";
import { TitledPart } from "@/components/ui/titled-part";
import { requireStaff } from "@/lib/core/auth/viewer";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { rowId } from "@/lib/core/text/fields";
import {
  continueMailingAction,
  discardMailingAction,
  endAnnouncementAction,
  reviseMailingAction,
  stopMailingAction,
  tryMailingAction,
} from "@/lib/mailings/actions";
import { isMailedOut } from "@/lib/mailings/mailing";
import { countRecipients, getMailing, type Mailing } from "@/lib/mailings/queries";
import { Recipients } from "./recipients";

type Drawn = { it: Mailing; viewer: Viewer; locale: Locale };

export const generateMetadata = titled("mailings", "title");

export default async function MailingPage({ params, searchParams }: PageProps<"id">) {
  const locale = await pageLocale(params);
  const viewer = await requireStaff();
  const id = rowId.safeParse((await params).id);
  const it = id.success ? await getMailing(viewer, id.data) : null;
  if (!it) notFound();
  const t = getTranslator(locale, "mailings");
  const drawn = { it, viewer, locale };
  return (
    <>
      <PageHeader
        before={
          <Breadcrumbs
            items={[{ label: t("back"), href: path(locale, "/admin/mailings") }]}
            label={getTranslator(locale, "ui")("breadcrumbs")}
          />
        }
        eyebrow={<MailingBadge locale={locale} state={it.state} />}
        lead={t(`kinds.${it.kind}.label`)}
        title={pickText(it.subject, locale)?.text || t("untitled")}
      />
      <div className={`${it.state === "draft" ? "max-w-3xl" : "max-w-5xl"} space-y-14`}>
        {it.state === "draft" ? (
          <Draft it={it} locale={locale} />
        ) : (
          <Started {...drawn} asked={await searchParams} />
        )}
      </div>
    </>
  );
}

/** Written here and sent from a page of its own, where what is saved is read. */
function Draft({ it, locale }: Omit<Drawn, "viewer">) {
  const t = getTranslator(locale, "mailings");
  return (
    <>
      <TitledPart id="text" title={t("edit.title")}>
        <MailingForm action={reviseMailingAction} it={it} locale={locale} />
      </TitledPart>
      <GraveMove consequence={t("start.discardText")} label={t("start.discard")}>
        <MoveForm
          action={discardMailingAction}
          hidden={{ mailingId: it.id, version: String(it.version) }}
          label={t("start.discard")}
          locale={locale}
          scope="discard"
          variant="danger"
        />
      </GraveMove>
    </>
  );
}

const MOVES = {
  stop: stopMailingAction,
  resume: continueMailingAction,
  end: endAnnouncementAction,
};

type StartedProps = Drawn & { asked: Record<string, string | string[] | undefined> };

async function Started({ it, viewer, locale, asked }: StartedProps) {
  const counts = await countRecipients(viewer, it.id);
  const t = getTranslator(locale, "mailings");
  return (
    <>
      <TitledPart id="progress" title={t("run.title")}>
        <RunPart actions={MOVES} counts={counts} it={it} locale={locale} />
      </TitledPart>
      {isMailedOut(it) && Object.keys(counts).length > 0 ? (
        <Recipients asked={asked} counts={counts} it={it} locale={locale} viewer={viewer} />
      ) : null}
      <TitledPart id="preview" title={t("preview.title")}>
        <MailingPreview it={it} locale={locale} tryIt={tryMailingAction} />
      </TitledPart>
    </>
  );
}
