import { referenceLabel } from "@/db/reference/lists";
import type { Total } from "@/lib/activities/facets";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { SIDES, type Side } from "@/lib/organisations/sides";
import { Band } from "../shell/band";
import { LyonChinaDrawing } from "../shell/lyon-china-drawing";
import { CountBars } from "../ui/count-bars";

type ChinaMapBandProps = {
  locale: Locale;
  /** The activities that the reader may see: how many, and by sector and city, the most frequent first. */
  totals: { total: number; sectors: Total[]; cities: Total[] };
  /** The organisations that the reader may see, by side. */
  sides: Record<Side, number>;
};

const SHOWN = 6;

/** Cities that the drawing names even while nobody is at work there. */
const ALWAYS = [
  "beijing",
  "tianjin",
  "qingdao",
  "xian",
  "chengdu",
  "chongqing",
  "wuhan",
  "shanghai",
  "hangzhou",
  "guangzhou",
  "shenzhen",
];

/** Where and in which sectors the club is at work in China, each count with the list behind it. */
export function ChinaMapBand({ locale, totals, sides }: ChinaMapBandProps) {
  const t = getTranslator(locale, "pages");
  const { total, sectors, cities } = totals;
  const marked = new Set(cities.map(({ value }) => value));
  const isEmpty = total === 0;
  const bars = (facets: Total[], param: "sector" | "city") =>
    facets.slice(0, SHOWN).map(({ value, label, count }) => ({
      label,
      count,
      countLabel: t("home.activityCount", { count }),
      href: path(locale, "/activities", { [param]: value }),
    }));
  return (
    <Band
      aside={
        isEmpty ? undefined : (
          <a href={path(locale, "/activities")}>{t("home.drawing.all", { count: total })}</a>
        )
      }
      id="drawing"
      lead={
        isEmpty ? t("home.drawing.text") : `${t("home.drawing.text")}${t("home.drawing.marked")}`
      }
      raised
      title={t("home.drawing.title")}
    >
      <LyonChinaDrawing
        cities={[...new Set([...ALWAYS, ...marked])].map((slug) => ({
          slug,
          label: referenceLabel("cities", slug, locale),
          isMarked: marked.has(slug),
        }))}
        lyonLabel={t("home.drawing.lyon")}
        title={t("home.drawing.alt")}
      />
      {isEmpty ? null : (
        <div className="mt-10 grid gap-x-12 gap-y-8 md:grid-cols-2 lg:grid-cols-3">
          <CountBars id="cities" items={bars(cities, "city")} title={t("home.drawing.cities")} />
          <CountBars
            id="sectors"
            items={bars(sectors, "sector")}
            title={t("home.drawing.sectors")}
          />
          <CountBars
            id="sides"
            items={sideBars(sides, locale)}
            title={t("home.drawing.organisations")}
          />
        </div>
      )}
    </Band>
  );
}

function sideBars(sides: Record<Side, number>, locale: Locale) {
  const t = getTranslator(locale, "pages");
  const tabs = getTranslator(locale, "organisations");
  return SIDES.map((side) => ({
    label: tabs(`tabs.${side}`),
    count: sides[side],
    countLabel: t("home.organisationCount", { count: sides[side] }),
    href: path(locale, "/organisations", { side }),
  }));
}
