import type { ReactNode } from "react";

type HeroProps = {
  title: string;
  lead: string;
  actions: ReactNode;
  /** At least 300 px wide: WeChat takes the first picture of a page for its card. */
  picture: { src: string; width: number; height: number; alt: string };
};

/** What the club is, in one sentence, beside its sign. */
export function Hero({ title, lead, actions, picture }: HeroProps) {
  return (
    <div className="mx-auto grid max-w-page items-center gap-x-12 gap-y-8 px-4 py-10 sm:px-6 sm:py-16 lg:grid-cols-[1fr_minmax(0,26rem)]">
      <div>
        <h1 className="break-keep font-semibold text-display leading-tight">{title}</h1>
        <p className="mt-5 max-w-measure text-lg text-secondary">{lead}</p>
        <div className="mt-8 flex flex-wrap gap-3">{actions}</div>
      </div>
      <picture className="max-lg:-order-1 max-lg:max-w-sm">
        {/* Follows the theme; scrapers that take no SVG find the picture below. */}
        <source srcSet="/silk.svg" type="image/svg+xml" />
        <img
          alt={picture.alt}
          className="h-auto w-full"
          decoding="async"
          height={picture.height}
          src={picture.src}
          width={picture.width}
        />
      </picture>
    </div>
  );
}
