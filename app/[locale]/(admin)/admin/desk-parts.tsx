import { notFound } from "next/navigation";
import { DeskPanel } from "@/components/moderation/desk-panel";
import { TeamNotes } from "@/components/moderation/team-notes";
import { PersonWords } from "@/components/ui/person-words";
import type { DeskKind } from "@/db/enums";
import { readRequest } from "@/lib/core/auth/request";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { noteItemAction, releaseItemAction, takeItemAction } from "@/lib/moderation/desk.actions";
import { getDesk } from "@/lib/moderation/desk.queries";
import { backToQueue } from "@/lib/moderation/queue-address";

/** What a dossier shows of the team's own work on it, and the way back; `theirs` says so where a colleague deals with it. */
export async function deskParts(
  viewer: Viewer,
  item: { kind: DeskKind; id: string },
  isOwn: boolean,
  locale: Locale,
) {
  const [desk, { page }] = await Promise.all([getDesk(viewer, item, locale), readRequest()]);
  if (!desk) notFound();
  const { taker, notes } = desk;
  const isColleagues = desk.isWaiting && taker !== null && !taker.isViewer;
  return {
    back: backToQueue(page),
    theirs: isColleagues ? (
      <p>
        <PersonWords words={getTranslator(locale, "admin")("desk.theirs", { name: taker.name })} />
      </p>
    ) : null,
    panel: (
      <DeskPanel
        actions={{ take: takeItemAction, release: releaseItemAction }}
        desk={desk}
        isOwn={isOwn}
        item={item}
        locale={locale}
        page={page}
      />
    ),
    notes: notes ? (
      <TeamNotes action={noteItemAction} item={item} locale={locale} notes={notes} />
    ) : null,
  };
}
