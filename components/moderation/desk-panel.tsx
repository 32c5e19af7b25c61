import type { DeskKind } from "@/db/enums";
import { formatInstant } from "@/lib/core/dates";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { Desk } from "@/lib/moderation/desk.queries";
import { MoveForm } from "../ui/move-form";
import { PersonWords } from "../ui/person-words";
import { NextLink } from "./next-link";

type DeskPanelProps = {
  locale: Locale;
  item: { kind: DeskKind; id: string };
  desk: Desk;
  /** The viewer's own: somebody else deals with it. */
  isOwn: boolean;
  actions: Record<"take" | "release", FormAction>;
  /** The page it stands on (`RequestFacts.page`). */
  page: string | undefined;
};

/** Who of the club team deals with what waits, and the way to take it on or leave it; of what waits no longer, to go on. */
export function DeskPanel({ locale, item, desk, isOwn, actions, page }: DeskPanelProps) {
  if (!desk.isWaiting) return <NextLink locale={locale} page={page} />;
  const t = getTranslator(locale, "admin");
  return (
    <section aria-labelledby="desk" className="space-y-3">
      <h2 className="font-semibold text-lg" id="desk">
        {t("desk.title")}
      </h2>
      {isOwn ? (
        <p>
          <PersonWords words={takenWords(desk, locale)} />
        </p>
      ) : (
        <Taking actions={actions} desk={desk} item={item} locale={locale} />
      )}
      <NextLink locale={locale} page={page} />
    </section>
  );
}

type TakingProps = Pick<DeskPanelProps, "locale" | "item" | "desk" | "actions">;

function Taking({ locale, item, desk, actions }: TakingProps) {
  const t = getTranslator(locale, "admin");
  const { taker } = desk;
  const form = { locale, scope: "desk", variant: "secondary" } as const;
  const words = (
    <p>
      <PersonWords words={takenWords(desk, locale)} />
    </p>
  );
  if (taker?.isViewer) {
    return (
      <MoveForm {...form} action={actions.release} hidden={item} label={t("desk.release")}>
        {words}
      </MoveForm>
    );
  }
  return (
    <MoveForm
      {...form}
      action={actions.take}
      hidden={taker ? { ...item, from: taker.accountId } : item}
      label={taker ? t("desk.takeOver", { name: taker.name }) : t("desk.take")}
    >
      {words}
      {taker ? <p className="text-muted text-sm">{t("desk.colleagueHint")}</p> : null}
    </MoveForm>
  );
}

function takenWords({ taker }: Desk, locale: Locale): string {
  const t = getTranslator(locale, "admin");
  if (!taker) return t("desk.free");
  const date = formatInstant(taker.since, locale);
  return taker.isViewer
    ? t("desk.mine", { date })
    : t("desk.colleague", { name: taker.name, date });
}
