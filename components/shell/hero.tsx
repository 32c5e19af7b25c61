import type { ReactNode } from "react";
import { SilkPicture } from "./silk-picture";

type HeroProps = { title: string; lead: string; actions: ReactNode; pictureAlt: string };

/** What the club is, in one sentence, and the way in; then its sign, which on a phone must not push them off the screen. */
export function Hero({ title, lead, actions, pictureAlt }: HeroProps) {
  return (
    <div className="mx-auto grid max-w-page items-center gap-x-12 gap-y-8 px-4 pt-6 pb-10 sm:px-6 sm:py-16 lg:grid-cols-[1fr_minmax(0,26rem)]">
      <div>
        <h1 className="break-keep font-semibold text-display leading-tight">{title}</h1>
        <p className="mt-5 max-w-measure text-lg text-secondary">{lead}</p>
        <div className="mt-8 flex flex-wrap gap-3">{actions}</div>
      </div>
      <SilkPicture alt={pictureAlt} className="max-lg:max-w-sm" isFirst />
    </div>
  );
}
