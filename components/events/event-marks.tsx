import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { AgendaLine } from "@/lib/events/agenda.queries";
import { isPriceSaid } from "@/lib/events/event-poster";
import { Badge } from "../ui/badge";

type EventMarksProps = {
  event: Pick<AgendaLine, "audience" | "progress" | "price" | "endsAt" | "isFull">;
  locale: Locale;
  now: Date;
};

/** In a word each: that it is cancelled, over, closed or full, for whom it is where not for everybody, and what it costs. */
export function EventMarks({ event, locale, now }: EventMarksProps) {
  const t = getTranslator(locale, "events");
  const { audience, progress, price, endsAt, isFull } = event;
  if (progress === "cancelled") return <Badge tone="danger">{t("marks.cancelled")}</Badge>;
  const isOver = endsAt !== null && endsAt <= now;
  return (
    <>
      {isOver ? <Badge>{t("marks.held")}</Badge> : null}
      {!isOver && progress === "closed" ? <Badge tone="warning">{t("marks.closed")}</Badge> : null}
      {isFull ? <Badge tone="warning">{t("marks.full")}</Badge> : null}
      {audience === "public" ? null : <Badge tone="info">{t(`marks.${audience}`)}</Badge>}
      {isOver || !isPriceSaid(event) ? null : (
        <Badge>{price ? t("marks.price", { price }) : t("marks.free")}</Badge>
      )}
    </>
  );
}
