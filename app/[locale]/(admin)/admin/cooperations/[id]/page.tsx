import { notFound } from "next/navigation";
import { PartyList } from "@/components/cooperations/party-list";
import { SinceLastRead } from "@/components/moderation/since-last-read";
import { DefinitionList } from "@/components/ui/definition-list";
import { PARTY_SIDES } from "@/db/enums";
import { getPartiesSetAt, listParties } from "@/lib/cooperations/queries";
import { requireStaff } from "@/lib/core/auth/viewer";
import { formatInstant } from "@/lib/core/dates";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { rowId } from "@/lib/core/text/fields";
import { canDecideEntry } from "@/lib/entries/policy";
import { decideEntryAction } from "@/lib/moderation/actions";
import { getDossier } from "@/lib/moderation/dossiers.queries";
import { checkStanding } from "@/lib/moderation/identity-checks";
import { EntryDossier } from "../../entry-dossier";

export const generateMetadata = titled("admin", "dossier.cooperation");

export default async function CooperationDossierPage({ params }: PageProps<"id">) {
  const locale = await pageLocale(params);
  const viewer = await requireStaff();
  const id = rowId.safeParse((await params).id);
  const cooperation = id.success ? await getDossier(viewer, "cooperation", id.data) : null;
  if (!cooperation) notFound();
  const { noun, owner, organisation, content, lastRead } = cooperation;
  const [parties, setAt] = await Promise.all([
    listParties(viewer, cooperation.id),
    getPartiesSetAt(viewer, cooperation.id),
  ]);
  const t = getTranslator(locale, "admin");
  const isOpen = canDecideEntry(viewer, cooperation);
  return (
    <EntryDossier
      changes={
        isOpen && lastRead ? (
          <SinceLastRead
            lastRead={lastRead}
            locale={locale}
            note={setAt && t("dossier.partiesSet", { date: formatInstant(setAt, locale) })}
            noun={noun}
            now={content}
          />
        ) : null
      }
      checks={(unfavourable) => checkStanding(owner, organisation, unfavourable)}
      decide={decideEntryAction}
      entry={cooperation}
      facts={
        <DefinitionList
          items={PARTY_SIDES.map((side) => ({
            term: getTranslator(locale, "cooperations")(`page.${side}`),
            value: <PartyList locale={locale} parties={parties} side={side} />,
          }))}
          layout="stack"
        />
      }
      isOpen={isOpen}
      locale={locale}
      viewer={viewer}
      what={{ ...cooperation, kind: "cooperation", state: cooperation.moderation }}
    />
  );
}
