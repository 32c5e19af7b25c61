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

/** Where the two threads meet in a flower. */
const FLOWER = "guangzhou";

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
  const placed = cities.flatMap(({ slug, ...city }) => {
    const at = layout.places[slug];
    return at ? [{ ...city, at, isFlower: slug === FLOWER }] : [];
  });
  const others = placed.filter(({ isFlower }) => !isFlower);
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
      <Places
        away={38}
        cities={placed.filter(({ isFlower }) => isFlower)}
        dot="stroke-brand"
        size={7}
        words="fill-ink font-semibold text-lg"
      />
      <Places
        cities={others.filter(({ isMarked }) => isMarked)}
        dot="stroke-link"
        size={10}
        words="fill-ink font-semibold text-base"
      />
      <Places
        cities={others.filter(({ isMarked }) => !isMarked)}
        dot="stroke-input-border"
        size={7}
        words="fill-muted text-base"
      />
    </svg>
  );
}

type PlacesProps = {
  cities: { label: string; at: [number, number] }[];
  dot: string;
  /** Across, in units of the drawing. */
  size: number;
  words: string;
  /** How far from the dot its name begins. */
  away?: number;
};

/** Cities drawn alike: their dots in one line that is nowhere long, since a page says each thing on it twice. */
function Places({ cities, dot, size, words, away = 10 }: PlacesProps) {
  if (cities.length === 0) return null;
  return (
    <>
      <path
        className={dot}
        d={cities.map(({ at: [x, y] }) => `M${x} ${y}h0`).join("")}
        strokeWidth={size}
      />
      <g className={words}>
        {cities.map(({ label, at: [x, y] }) => (
          <text key={label} x={x + away} y={y + 5}>
            {label}
          </text>
        ))}
      </g>
    </>
  );
}
