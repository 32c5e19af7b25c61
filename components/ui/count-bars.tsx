import { Bar } from "./bar";

type CountBarsProps = {
  id: string;
  title: string;
  /** The most frequent first; `count` is the length of the list that `href` opens. */
  items: { label: string; href: string; count: number; countLabel: string }[];
};

/** Counts as bars, each opening the list that it counts. */
export function CountBars({ id, title, items }: CountBarsProps) {
  const most = Math.max(1, ...items.map(({ count }) => count));
  return (
    <section aria-labelledby={id}>
      <h3 className="mb-3 font-semibold text-lg" id={id}>
        {title}
      </h3>
      <ol className="count-rows">
        {items.map(({ label, href, count, countLabel }) => (
          <li key={href}>
            <p>
              <a href={href}>{label}</a>
              <span>{countLabel}</span>
            </p>
            <Bar percent={Math.round((100 * count) / most)} />
          </li>
        ))}
      </ol>
    </section>
  );
}
