import { notFound } from "next/navigation";
import { VisitorsRead } from "@/components/experiences/visitors-read";
import { ReadingForm } from "@/components/moderation/reading-form";
import { SinceLastRead } from "@/components/moderation/since-last-read";
import { requireStaff } from "@/lib/core/auth/viewer";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { rowId } from "@/lib/core/text/fields";
import { canDecideEntry, canMarkRead } from "@/lib/entries/policy";
import { decideEntryAction, markEntryReadAction } from "@/lib/moderation/actions";
import { getDossier } from "@/lib/moderation/dossiers.queries";
import { checkStanding } from "@/lib/moderation/identity-checks";
import { EntryDossier } from "../../entry-dossier";

export const generateMetadata = titled("admin", "dossier.experience");

export default async function ExperienceDossierPage({ params }: PageProps<"id">) {
  const locale = await pageLocale(params);
  const viewer = await requireStaff();
  const id = rowId.safeParse((await params).id);
  const experience = id.success ? await getDossier(viewer, "experience", id.data) : null;
  if (!experience) notFound();
  const { noun, owner, organisation, content, lastRead } = experience;
  const isOpen = canDecideEntry(viewer, experience);
  return (
    <EntryDossier
      changes={
        isOpen && lastRead ? (
          <SinceLastRead lastRead={lastRead} locale={locale} noun={noun} now={content} />
        ) : null
      }
      checks={(unfavourable) => checkStanding(owner, organisation, unfavourable)}
      decide={decideEntryAction}
      entry={experience}
      facts={<VisitorsRead content={content} isTeased={content.isTeased} locale={locale} />}
      isOpen={isOpen}
      locale={locale}
      reading={
        canMarkRead(viewer, experience) ? (
          <ReadingForm
            action={markEntryReadAction}
            hidden={{
              entryId: experience.id,
              kind: noun.kind,
              version: String(experience.version),
            }}
            locale={locale}
          />
        ) : undefined
      }
      viewer={viewer}
      what={{ ...experience, kind: "experience", state: experience.moderation }}
    />
  );
}
