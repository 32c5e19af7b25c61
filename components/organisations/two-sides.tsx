import { referenceLabel } from "@/db/reference/lists";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { sideBySide } from "@/lib/core/i18n/word-list";
import { path } from "@/lib/core/paths";
import type { OrganisationCard } from "@/lib/organisations/listing.queries";
import { organisationName } from "@/lib/organisations/organisation-name";
import { placeLabel, placeList } from "@/lib/organisations/place-label";
import type { Side } from "@/lib/organisations/sides";
import { OrganisationLogo } from "./organisation-logo";
import { OrganisationTitle } from "./organisation-title";

type Column = { side: Exclude<Side, "institutions">; total: number; cards: OrganisationCard[] };

type TwoSidesProps = { locale: Locale; columns: Column[] };

/** Lyon's companies in China and China's in Lyon beside each other, each with the list it is the beginning of. */
export function TwoSides({ locale, columns }: TwoSidesProps) {
  const t = getTranslator(locale, "organisations");
  return (
    <section aria-labelledby="sides" className="mb-12">
      <h2 className="sr-only" id="sides">
        {t("sides.title")}
      </h2>
      <div className="grid gap-6 lg:grid-cols-2 lg:gap-8">
        {columns.map((column) => (
          <SideColumn {...column} key={column.side} locale={locale} />
        ))}
      </div>
    </section>
  );
}

function SideColumn({ side, total, cards, locale }: Column & { locale: Locale }) {
  const t = getTranslator(locale, "organisations");
  const id = `side-${side}`;
  return (
    <section
      aria-labelledby={id}
      className="flex flex-col rounded-md border border-hairline border-t-4 border-t-primary bg-surface p-5 sm:p-6"
    >
      <h3 className="flex items-baseline justify-between gap-4 font-semibold text-xl" id={id}>
        {t(`tabs.${side}`)}
        <span className="text-3xl text-link tabular-nums">{total}</span>
      </h3>
      <p className="mt-1 text-pretty text-secondary text-sm">{t(`list.leads.${side}`)}</p>
      {cards.length > 0 ? (
        <ul className="mt-4 divide-y divide-hairline border-hairline border-y">
          {cards.map((card) => (
            <SideRow card={card} key={card.id} locale={locale} side={side} />
          ))}
        </ul>
      ) : (
        <p className="mt-4 text-muted">{t("sides.empty")}</p>
      )}
      {total > 0 ? (
        <p className="mt-auto pt-4">
          <a
            className="inline-flex min-h-11 items-center"
            href={path(locale, "/organisations", { side })}
          >
            {t("sides.all", { count: total })}
          </a>
        </p>
      ) : null}
    </section>
  );
}

type SideRowProps = { card: OrganisationCard; side: Column["side"]; locale: Locale };

/** Where it is on the other side says why it stands here. */
function SideRow({ card, side, locale }: SideRowProps) {
  const far = side === "lyon-in-china" ? "cities" : "lyonPlaces";
  const places = [card.place ?? [], card.sites].flat().filter((one) => placeList(one) === far);
  const words =
    places.length > 0
      ? places.map((one) => placeLabel(one, locale))
      : card.sectors.map((one) => referenceLabel("sectors", one, locale));
  return (
    <li className="relative flex items-center gap-4 py-3">
      <OrganisationLogo logo={card.logo} size="small" slug={card.slug} />
      <div className="min-w-0">
        <a
          className="stretched font-semibold no-underline"
          href={path(locale, `/organisations/${card.slug}`)}
        >
          <OrganisationTitle name={organisationName(card, locale)} />
        </a>
        <p className="truncate text-muted text-sm">{sideBySide(words, locale)}</p>
      </div>
    </li>
  );
}
