import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { Act } from "@/lib/interests/acts";
import type { InterestPage } from "@/lib/interests/queries";
import type { RoomOutline } from "@/lib/rooms/queries";
import { LinkButton } from "../ui/link-button";
import { MoveForm } from "../ui/move-form";
import { type ActActions, ActForm } from "./act-form";

type ActPanelProps = {
  interest: InterestPage;
  room: RoomOutline | null;
  acts: Act[];
  chosen: Act | null;
  locale: Locale;
  actions: ActActions;
};

/** Done with one press; everything else is read through first. */
const AT_ONCE: readonly Act[] = ["review", "in-talks"];

/** What the viewer can do, and the form of what they have chosen. */
export function ActPanel({ interest, room, acts, chosen, locale, actions }: ActPanelProps) {
  const t = getTranslator(locale, "interests");
  if (acts.length === 0) return null;
  const to = (act: Act) => path(locale, `/interests/${interest.id}#act`, { act });
  const others = acts.filter((act) => act !== chosen);
  const isMain = (act: Act) => chosen === null && act === "accept";
  return (
    <section aria-labelledby="act" className="no-print mb-10 space-y-6">
      <h2 className="sr-only" id="act">
        {t("page.actions")}
      </h2>
      {chosen ? (
        <ActForm act={chosen} actions={actions} interest={interest} locale={locale} room={room} />
      ) : null}
      <div className="flex flex-wrap items-start gap-3">
        {others.map((act) =>
          AT_ONCE.includes(act) ? (
            <MoveForm
              action={act === "review" ? actions.review : actions.conclude}
              hidden={{
                interestId: interest.id,
                version: String(interest.version),
                ...(act === "review" ? {} : { state: act }),
              }}
              key={act}
              label={t(act === "review" ? "review.button" : "talks.in-talks")}
              locale={locale}
              scope={act}
              variant="secondary"
            />
          ) : (
            <LinkButton href={to(act)} key={act} variant={isMain(act) ? "primary" : "secondary"}>
              {buttonWords(act, locale)}
            </LinkButton>
          ),
        )}
      </div>
      {acts.includes("review") ? <p className="text-muted text-sm">{t("review.hint")}</p> : null}
      {acts.includes("agreement") ? <p className="text-muted text-sm">{t("talks.hint")}</p> : null}
    </section>
  );
}

function buttonWords(act: Act, locale: Locale): string {
  const t = getTranslator(locale, "interests");
  if (act === "answer") return t("answer.confirm");
  if (act === "agreement" || act === "no-agreement" || act === "in-talks") return t(`talks.${act}`);
  return t(`${act}.button`);
}
