import { notFound } from "next/navigation";
import { HostList } from "@/components/events/host-list";
import { SinceLastRead } from "@/components/moderation/since-last-read";
import { DefinitionList } from "@/components/ui/definition-list";
import { requireStaff } from "@/lib/core/auth/viewer";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { rowId } from "@/lib/core/text/fields";
import { canDecideEntry } from "@/lib/entries/policy";
import { listHosts } from "@/lib/events/hosts.queries";
import { decideEntryAction } from "@/lib/moderation/actions";
import { getDossier } from "@/lib/moderation/dossiers.queries";
import { checkStanding } from "@/lib/moderation/identity-checks";
import { EntryDossier } from "../../entry-dossier";

export const generateMetadata = titled("admin", "dossier.event");

export default async function EventDossierPage({ params }: PageProps<"id">) {
  const locale = await pageLocale(params);
  const viewer = await requireStaff();
  const id = rowId.safeParse((await params).id);
  const event = id.success ? await getDossier(viewer, "event", id.data) : null;
  if (!event) notFound();
  const { noun, owner, organisation, content, lastRead } = event;
  const hosts = await listHosts(viewer, event.id);
  const t = getTranslator(locale, "events");
  const isOpen = canDecideEntry(viewer, event);
  return (
    <EntryDossier
      changes={
        isOpen && lastRead ? (
          <SinceLastRead lastRead={lastRead} locale={locale} noun={noun} now={content} />
        ) : null
      }
      checks={(unfavourable) => checkStanding(owner, organisation, unfavourable)}
      decide={decideEntryAction}
      entry={event}
      facts={
        <DefinitionList
          items={[{ term: t("page.with"), value: <HostList hosts={hosts} locale={locale} /> }]}
          layout="stack"
        />
      }
      isOpen={isOpen}
      locale={locale}
      viewer={viewer}
      what={{ ...event, kind: "event", state: event.moderation }}
    />
  );
}
