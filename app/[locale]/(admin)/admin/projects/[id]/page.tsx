import { notFound } from "next/navigation";
import { SinceLastRead } from "@/components/moderation/since-last-read";
import { SettingsReview } from "@/components/projects/settings-review";
import { requireStaff } from "@/lib/core/auth/viewer";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { rowId } from "@/lib/core/text/fields";
import { listLevelChanges } from "@/lib/entries/difference";
import { canDecideEntry } from "@/lib/entries/policy";
import { decideEntryAction } from "@/lib/moderation/actions";
import { getDossier } from "@/lib/moderation/dossiers.queries";
import { checkIdentity } from "@/lib/moderation/identity-checks";
import { PROJECTS } from "@/lib/projects/project";
import { EntryDossier } from "../../entry-dossier";

export const generateMetadata = titled("admin", "dossier.project");

export default async function ProjectDossierPage({ params }: PageProps<"id">) {
  const locale = await pageLocale(params);
  const viewer = await requireStaff();
  const id = rowId.safeParse((await params).id);
  const project = id.success ? await getDossier(viewer, "project", id.data) : null;
  if (!project) notFound();
  const { content, owner, organisation } = project;
  const lastRead = project.moderation === "submitted" ? project.lastRead : null;
  return (
    <EntryDossier
      changes={
        lastRead ? (
          <SinceLastRead
            lastRead={lastRead}
            levels={listLevelChanges(lastRead, content, locale)}
            locale={locale}
            noun={PROJECTS}
            now={content}
          />
        ) : null
      }
      checks={(unfavourable) => checkIdentity(content, owner, organisation, unfavourable)}
      decide={decideEntryAction}
      entry={project}
      facts={<SettingsReview content={content} locale={locale} />}
      isOpen={canDecideEntry(viewer, project)}
      locale={locale}
      viewer={viewer}
      what={{ ...project, kind: "project", state: project.moderation }}
    />
  );
}
