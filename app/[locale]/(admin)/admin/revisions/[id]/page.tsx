import { notFound } from "next/navigation";
import { DossierChanges } from "@/components/moderation/dossier-changes";
import { SinceLastRead } from "@/components/moderation/since-last-read";
import { Notice } from "@/components/ui/notice";
import { TitledPart } from "@/components/ui/titled-part";
import { requireStaff } from "@/lib/core/auth/viewer";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { rowId } from "@/lib/core/text/fields";
import { listChoiceChanges, listTextChanges } from "@/lib/entries/difference";
import { canDecideRevision } from "@/lib/entries/policy";
import { countToldOfEdit } from "@/lib/events/registrations.queries";
import { decideRevisionAction } from "@/lib/moderation/actions";
import { getRevisionDossier } from "@/lib/moderation/dossiers.queries";
import { checkIdentity, checkStanding } from "@/lib/moderation/identity-checks";
import { EntryDossier } from "../../entry-dossier";

export const generateMetadata = titled("admin", "dossier.revision");

export default async function RevisionDossierPage({ params }: PageProps<"id">) {
  const locale = await pageLocale(params);
  const viewer = await requireStaff();
  const id = rowId.safeParse((await params).id);
  const revision = id.success ? await getRevisionDossier(viewer, id.data) : null;
  if (!revision) notFound();
  const { entry, live, proposed, lastRead } = revision;
  const { noun } = entry;
  const isOpen = canDecideRevision(viewer, { ...entry, revision: revision.state });
  const told = isOpen ? await countTold(viewer, revision) : 0;
  const t = getTranslator(locale, "events");
  const changes = isOpen ? (
    <>
      {lastRead ? (
        <SinceLastRead lastRead={lastRead} locale={locale} noun={noun} now={proposed} />
      ) : null}
      <TitledPart id="changes" title={getTranslator(locale, "admin")("dossier.changes")}>
        <DossierChanges
          choices={listChoiceChanges(noun, live, proposed, locale)}
          locale={locale}
          noun={noun}
          texts={listTextChanges(noun.fields, live, proposed)}
        />
      </TitledPart>
      {told > 0 ? (
        <Notice title={t("editor.toldTitle", { count: told })}>{t("editor.toldText")}</Notice>
      ) : null}
    </>
  ) : null;
  return (
    <EntryDossier
      changes={changes}
      checks={(unfavourable) => checksOf(revision, unfavourable)}
      decide={decideRevisionAction}
      entry={entry}
      isOpen={isOpen}
      locale={locale}
      viewer={viewer}
      what={{ ...revision, kind: "revision", content: proposed }}
    />
  );
}

type Revision = NonNullable<Awaited<ReturnType<typeof getRevisionDossier>>>;

/** To how many people it is a letter, beside who proposes it: an event that is held otherwise, to all who are registered. */
function countTold(viewer: Viewer, { entry, live, proposed }: Revision): Promise<number> | 0 {
  if (!("venue" in live && "venue" in proposed)) return 0;
  return countToldOfEdit(viewer, entry.id, [live, proposed]);
}

/** A project's text is read by some who may not know whose it is. */
function checksOf({ entry, live, proposed }: Revision, unfavourable: number) {
  const { owner, organisation } = entry;
  if (!("textLevel" in live)) return checkStanding(owner, organisation, unfavourable);
  const { textLevel, ownerLevel } = live;
  const read = { ...proposed, textLevel, ownerLevel };
  return checkIdentity(read, owner, organisation, unfavourable);
}
