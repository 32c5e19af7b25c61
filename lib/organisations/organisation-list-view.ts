import { referenceLabel } from "@/db/reference/lists";
import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { fallbackLabel } from "@/lib/core/i18n/ui-copy";
import { sideBySide } from "@/lib/core/i18n/word-list";
import {
  type CardCopy,
  choiceOf,
  type ListCard,
  type ListLink,
  type ListView,
  present,
  type Said,
  said,
} from "@/lib/core/list-view";
import { path } from "@/lib/core/paths";
import { type Face, monogram } from "@/lib/core/text/monogram";
import { toListPage } from "@/lib/search/list-page";
import type { OrganisationCard, OrganisationList } from "./listing.queries";
import {
  FACET_PARAM,
  FACETS,
  NO_FILTERS,
  type OrganisationFilters,
  organisationQuery,
} from "./organisation-filters";
import { organisationName } from "./organisation-name";
import { organisationSwatch } from "./organisation-swatch";
import { placeLabel, placeList } from "./place-label";
import { SIDES } from "./sides";

type Asked = { filters: OrganisationFilters; isVisitor: boolean; locale: Locale };

/** A page of organisations and the filters it answers, in words. */
export function toOrganisationListView(
  list: OrganisationList,
  { filters, isVisitor, locale }: Asked,
): ListView {
  const t = getTranslator(locale, "organisations");
  const hrefOf = (change: Partial<OrganisationFilters>) =>
    path(locale, "/organisations", organisationQuery({ ...filters, page: 1, ...change }));
  const facets = FACETS.map((facet) => ({
    name: FACET_PARAM[facet][0],
    legend: t(`filters.${facet}`),
    chosen: filters[facet],
    groups: [{ choices: list.facets[facet].map(choiceOf) }],
  }));
  const tab = (side: OrganisationFilters["side"]) => ({
    label: t(`tabs.${side ?? "all"}`),
    href: hrefOf({ side }),
    current: filters.side === side,
    count: list.sides[side ?? "all"] ?? undefined,
  });
  const asked = { words: "organisations", locale, filters, none: NO_FILTERS } as const;
  const page = toListPage(list, { ...asked, facets, kinds: FACETS, hrefOf });
  const isBare = page.empty !== null && page.chips.length === 0 && isVisitor;
  return {
    ...page,
    empty: isBare && page.empty ? { ...page.empty, text: t("list.emptyVisitor") } : page.empty,
    tabs: [null, ...SIDES].map(tab),
    hidden: filters.side ? { side: filters.side } : undefined,
    cards: list.cards.map((one) => toCard(one, locale)),
  };
}

const SHOWN_PLACES = 4;

function toCard(organisation: OrganisationCard, locale: Locale): ListCard {
  const { slug, kind, description, originalLocale, place, sites, sectors, logo } = organisation;
  const { other, ...name } = organisationName(organisation, locale);
  const text = pickText(description, locale, originalLocale);
  const places = place ? [place, ...sites] : sites;
  const more = places.length - SHOWN_PLACES;
  const shown = places.slice(0, SHOWN_PLACES).map((one) => placeLabel(one, locale));
  const fields = sectors.map((one) => referenceLabel("sectors", one, locale));
  return present({
    href: path(locale, `/organisations/${slug}`),
    swatch: organisationSwatch(organisation),
    logo: logoFace(slug, logo, name.text),
    eyebrow: referenceLabel("organisationKinds", kind, locale),
    title: said(name, locale),
    other: other ? said(other, locale) : undefined,
    note: text?.isFallback ? fallbackLabel(locale, text.lang) : undefined,
    text: text ? said(text, locale) : undefined,
    facts: present({
      pin: sideBySide(more > 0 ? [...shown, `+${more}`] : shown, locale) || undefined,
      folder: sideBySide(fields, locale) || undefined,
    }),
  });
}

/** The beginning of the list of one side, in words. */
export type SideView = {
  id: string;
  title: string;
  total: number;
  lead: string;
  rows: { href: string; logo: Face; name: Said; other?: Said; words: string }[];
  empty: string;
  all: ListLink | null;
};

type SideColumn = NonNullable<OrganisationList["columns"]>[number];

/** In the reader's language; no link to all of them where there are none. */
export function toSideView({ side, total, cards }: SideColumn, locale: Locale): SideView {
  const t = getTranslator(locale, "organisations");
  const href = path(locale, "/organisations", { side });
  return {
    id: `side-${side}`,
    title: t(`tabs.${side}`),
    total,
    lead: t(`list.leads.${side}`),
    rows: cards.map((card) => {
      const { other, ...name } = organisationName(card, locale);
      return {
        href: path(locale, `/organisations/${card.slug}`),
        logo: logoFace(card.slug, card.logo, name.text),
        name: said(name, locale),
        other: other ? said(other, locale) : undefined,
        words: sideWords(card, side, locale),
      };
    }),
    empty: t("sides.empty"),
    all: total > 0 ? { href, label: t("sides.all", { count: total }) } : null,
  };
}

/** Where it is on the other side says why it stands here. */
function sideWords(card: OrganisationCard, side: SideColumn["side"], locale: Locale): string {
  const far = side === "lyon-in-china" ? "cities" : "lyonPlaces";
  const places = [card.place ?? [], card.sites].flat().filter((one) => placeList(one) === far);
  const words =
    places.length > 0
      ? places.map((one) => placeLabel(one, locale))
      : card.sectors.map((one) => referenceLabel("sectors", one, locale));
  return sideBySide(words, locale);
}

/** An organisation's logo of this hash; without one the first sign of its name, on the tint of its address. */
export function logoFace(slug: string, logo: string | null, name: string): Face {
  if (!logo) return monogram(name, slug);
  return { src: `/api/organisations/${slug}/logo?v=${logo.slice(0, 16)}` };
}

/** What the signs on a card of an organisation stand for. */
export function organisationCardCopy(locale: Locale): CardCopy {
  const t = getTranslator(locale, "organisations");
  return { pin: t("card.places"), folder: t("card.sectors") };
}
