import { notFound } from "next/navigation";
import { ReadingForm } from "@/components/moderation/reading-form";
import { requireStaff } from "@/lib/core/auth/viewer";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { rowId } from "@/lib/core/text/fields";
import { canMarkRead } from "@/lib/entries/policy";
import { decideEntryAction, markEntryReadAction } from "@/lib/moderation/actions";
import { getDossier } from "@/lib/moderation/dossiers.queries";
import { checkStanding } from "@/lib/moderation/identity-checks";
import { EntryDossier } from "../../entry-dossier";

export const generateMetadata = titled("admin", "dossier.ask");

export default async function AskDossierPage({ params }: PageProps<"id">) {
  const locale = await pageLocale(params);
  const viewer = await requireStaff();
  const id = rowId.safeParse((await params).id);
  const ask = id.success ? await getDossier(viewer, "ask", id.data) : null;
  if (!ask) notFound();
  const { noun, owner, organisation } = ask;
  const hidden = { entryId: ask.id, kind: noun.kind, version: String(ask.version) };
  return (
    <EntryDossier
      changes={null}
      checks={(unfavourable) => checkStanding(owner, organisation, unfavourable)}
      decide={decideEntryAction}
      entry={ask}
      isOpen={false}
      isUnchanging
      locale={locale}
      reading={
        canMarkRead(viewer, ask) ? (
          <ReadingForm action={markEntryReadAction} hidden={hidden} locale={locale} />
        ) : undefined
      }
      viewer={viewer}
      what={{ ...ask, kind: "ask", state: ask.moderation }}
    />
  );
}
