"use client";

import type { Decade } from "@/lib/heritage/heritage-view";
import { FoldArrow } from "../ui/fold-arrow";
import { ClaimList } from "./claim-list";
import { HeritageScene, type Scene } from "./heritage-scene";

type HeritageThreadProps = {
  decades: Decade[];
  /** Where each date has its page, before its slug. */
  at: string;
  /** What each scene shows. */
  scenes: Record<Scene, string>;
  /** Every decade is, not the first alone. */
  isUnfolded?: boolean;
};

/** The part of the century beside which each scene stands. */
const SCENES: Record<number, Scene> = {
  1501: "loom",
  1840: "ship",
  1920: "gate",
  1980: "twins",
  2010: "confluence",
  2020: "kapok",
};

/** The dates along one thread, folded by decade, beside six drawn scenes. */
export function HeritageThread({ decades, at, scenes, isUnfolded }: HeritageThreadProps) {
  return (
    <ol className="thread space-y-12 pl-9 sm:pl-14">
      {decades.map(({ key, label, count, claims }, index) => {
        const scene = SCENES[key];
        const next = decades[index + 1];
        const isAmple = next && !SCENES[next.key];
        return (
          <li
            className="grid grid-cols-1 items-start gap-x-16 gap-y-4 lg:grid-cols-[minmax(0,1fr)_22rem]"
            key={key}
          >
            {scene ? (
              <HeritageScene caption={scenes[scene]} isAmple={isAmple} scene={scene} />
            ) : null}
            <details
              className="group lg:col-start-1 lg:row-start-1"
              open={isUnfolded || index === 0}
            >
              <summary>
                <h2 className="flex items-center gap-3">
                  <span className="font-semibold text-3xl leading-tight">{label}</span>
                  <span className="text-muted text-sm">{count}</span>
                  <FoldArrow />
                </h2>
                <span className="mt-2 block max-w-measure text-secondary group-open:hidden print:hidden">
                  {claims.map(({ title }) => title).join(" · ")}
                </span>
              </summary>
              <ClaimList at={at} claims={claims} className="mt-5 space-y-7" />
            </details>
          </li>
        );
      })}
    </ol>
  );
}
