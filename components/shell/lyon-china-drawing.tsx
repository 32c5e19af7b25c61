import { type DrawingLayout, TALL, WIDE } from "./lyon-china-places";

/** `isMarked`: somebody of the club is at work there. */
type DrawnCity = { slug: string; label: string; isMarked: boolean };

type LyonChinaDrawingProps = {
  /** What the drawing shows, in words, for those who do not see it. */
  title: string;
  lyonLabel: string;
  /** Cities to name; those without a place in the drawing are left out. */
  cities: DrawnCity[];
};

/** Rhône and Saône as two silk threads from Lyon to Guangzhou; no coast, no border. */
export function LyonChinaDrawing({ title, lyonLabel, cities }: LyonChinaDrawingProps) {
  return (
    <div aria-label={title} role="img">
      <Layout
        cities={cities}
        className="max-sm:hidden"
        layout={WIDE}
        lyonLabel={lyonLabel}
        name="wide"
      />
      <Layout
        cities={cities}
        className="sm:hidden"
        layout={TALL}
        lyonLabel={lyonLabel}
        name="tall"
      />
    </div>
  );
}

type LayoutProps = {
  name: string;
  layout: DrawingLayout;
  cities: DrawnCity[];
  lyonLabel: string;
  className: string;
};

function Layout({ name, layout, cities, lyonLabel, className }: LayoutProps) {
  const [lyonX, lyonY] = layout.lyon;
  return (
    <svg
      aria-hidden="true"
      className={`h-auto w-full ${className}`}
      fill="none"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth="2.5"
      viewBox={layout.viewBox}
    >
      <path className="stroke-hairline" d={layout.yangtze} strokeWidth="4" />
      <linearGradient
        gradientUnits="userSpaceOnUse"
        id={`${name}-light`}
        x1="0"
        x2="0"
        y1="0"
        y2="70"
      >
        <stop stopColor="#000" />
        <stop offset="1" stopColor="#fff" />
      </linearGradient>
      <mask id={`${name}-source`} maskUnits="userSpaceOnUse">
        <rect fill={`url(#${name}-light)`} height="100%" stroke="none" width="100%" />
      </mask>
      <g mask={`url(#${name}-source)`}>
        <path className="stroke-link" d={layout.saone} />
        <path className="stroke-brand" d={layout.rhone} />
      </g>
      <circle className="fill-ink" cx={lyonX} cy={lyonY} r="5" />
      <text
        className="fill-ink font-semibold text-lg"
        textAnchor="end"
        x={lyonX - 20}
        y={lyonY + 6}
      >
        {lyonLabel}
      </text>
      {cities.map((city) => (
        <Place city={city} key={city.slug} place={layout.places[city.slug]} />
      ))}
    </svg>
  );
}

type PlaceProps = { city: DrawnCity; place: [number, number] | undefined };

function Place({ city, place }: PlaceProps) {
  if (!place) return null;
  const [x, y] = place;
  const isFlower = city.slug === "guangzhou";
  const words = city.isMarked ? "fill-ink font-semibold text-base" : "fill-muted text-base";
  return (
    <g>
      <circle
        className={isFlower ? "fill-brand" : city.isMarked ? "fill-link" : "fill-input-border"}
        cx={x}
        cy={y}
        r={city.isMarked && !isFlower ? "5" : "3.5"}
      />
      <text
        className={isFlower ? "fill-ink font-semibold text-lg" : words}
        x={x + (isFlower ? 38 : 10)}
        y={y + 5}
      >
        {city.label}
      </text>
    </g>
  );
}
