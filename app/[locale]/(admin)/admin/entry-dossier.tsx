import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { FilesSection } from "@/components/entries/files-section";
import { DecisionForm } from "@/components/moderation/decision-form";
import { Dossier } from "@/components/moderation/dossier";
import { DossierHeader, type DossierKind } from "@/components/moderation/dossier-header";
import { EntryFacts } from "@/components/moderation/entry-facts";
import { EntryTexts } from "@/components/moderation/entry-texts";
import { TitledPart } from "@/components/ui/titled-part";
import type { EntryKind, ModerationState } from "@/db/enums";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import type { StaleMarks } from "@/lib/core/i18n/staleness";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { getFiled, listFiles } from "@/lib/entries/files/queries";
import { type EntryContent, pageOf } from "@/lib/entries/noun";
import { nounWords } from "@/lib/entries/noun-words";
import type { getDossier } from "@/lib/moderation/dossiers.queries";
import type { IdentityCheck } from "@/lib/moderation/identity-checks";
import { previewMails, reasonSentences } from "@/lib/moderation/mail-previews";
import { getIdentity, listDecisionsOn } from "@/lib/moderation/queries";
import { countUnfavourable } from "@/lib/moderation/unfavourable";
import { deskParts } from "./desk-parts";

type EntryDossierProps = {
  viewer: Viewer;
  locale: Locale;
  entry: NonNullable<Awaited<ReturnType<typeof getDossier<EntryKind>>>>;
  /** The entry, or an edit of it. */
  what: {
    kind: DossierKind;
    id: string;
    version: number;
    state: ModerationState;
    submittedAt: Date | null;
    content: EntryContent;
    stale: StaleMarks;
  };
  isOpen: boolean;
  decide: FormAction;
  checks: (unfavourable: number) => IdentityCheck[];
  /** What stands in the place of a decision, for what is online already. */
  reading?: ReactNode;
  /** What is new in it. */
  changes: ReactNode;
  /** Its text is never changed, so that no earlier one is to be read. */
  isUnchanging?: boolean;
  /** What else is chosen, and what hangs on it. */
  facts?: ReactNode;
};

/** What was handed in, with the decision on it and all that it needs. */
export async function EntryDossier(props: EntryDossierProps) {
  const { viewer, locale, entry, what, isOpen, decide, checks, changes, facts } = props;
  const { reading } = props;
  const { noun, owner } = entry;
  const item = { kind: what.kind, id: what.id };
  const [identity, decisions, files, { back, theirs, panel, notes }] = await Promise.all([
    getIdentity(viewer, owner.accountId, locale),
    listDecisionsOn(viewer, owner.accountId, locale),
    what.kind === "revision" ? null : listFiles(viewer, await getFiled(viewer, noun, entry.slug)),
    deskParts(viewer, item, entry.isOwn, locale),
  ]);
  if (!identity) notFound();
  const t = getTranslator(locale, "admin");
  const shown = { noun, locale, content: what.content };
  const called = { ...owner, displayName: {} };
  const key = what.kind === "revision" ? "revisionId" : "entryId";
  return (
    <>
      <DossierHeader
        back={back}
        kind={what.kind}
        live={entry.moderation === "published" ? pageOf(entry) : null}
        locale={locale}
        moderation={what.state}
        originalLocale={what.content.originalLocale}
        submittedAt={what.submittedAt}
        title={what.content.title}
      />
      <Dossier
        checks={checks(countUnfavourable(decisions))}
        decision={
          theirs ??
          (isOpen ? (
            <DecisionForm
              action={decide}
              hidden={{ [key]: what.id, kind: noun.kind, version: String(what.version) }}
              locale={locale}
              ownerLocale={owner.locale}
              previews={{
                previews: previewMails(
                  what.kind,
                  called,
                  { ...entry, published: what.content },
                  noun,
                ),
                sentences: reasonSentences(owner.locale, noun.refusals),
              }}
              refusals={noun.refusals}
            />
          ) : (
            (reading ?? <p>{t(entry.isOwn ? "decide.own" : "decide.closed")}</p>)
          ))
        }
        decisions={decisions}
        identity={identity}
        isOpen={isOpen || reading !== undefined}
        locale={locale}
        notes={notes}
        ownerLocale={owner.locale}
        panel={panel}
      >
        {changes}
        <TitledPart id="text" title={t("dossier.text")}>
          <EntryTexts {...shown} stale={what.stale} />
        </TitledPart>
        <TitledPart id="facts" title={t("dossier.facts")}>
          <EntryFacts {...shown} />
          {facts ? <div className="mt-6">{facts}</div> : null}
          {props.isUnchanging ? null : (
            <p className="mt-4">
              <a href={path(locale, `${pageOf(entry)}/history`)}>
                {nounWords(noun, locale)("history.title")}
              </a>
            </p>
          )}
        </TitledPart>
        {files ? (
          <FilesSection actions={null} entry={entry} locale={locale} page={files} refusal={null} />
        ) : null}
      </Dossier>
    </>
  );
}
