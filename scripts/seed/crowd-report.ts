import type { Viewer } from "@/lib/core/auth/viewer-type";
import { type Field, fitsSaying, leastCrowd, type Said } from "@/lib/directory/crowd";

/** Somebody of the directory, as it shows them. */
export type Person = { viewer: Viewer; field: Field };

/** One reading of somebody who is not named: what they chose, and what is shown of it. */
export type Unnamed = { about: string; chosen: Field; said: Said };

/** The smallest crowd that what is shown of somebody leaves, printed with what is left out. */
export function reportCrowd(name: string, club: Person[], unnamed: Unnamed[]): number {
  const crowds = unnamed.map(({ about, chosen, said }) => {
    const crowd = club.filter(({ field }) => fitsSaying(field, said)).length;
    return { about, chosen, said, crowd };
  });
  const before = unnamed.map(
    ({ chosen }) =>
      club.filter(({ field }) =>
        fitsSaying(field, { sectors: [...chosen.sectors], places: [...chosen.cities] }),
      ).length,
  );
  const count = (is: (one: Unnamed) => boolean) => unnamed.filter(is).length;
  const isCoarser = (own: readonly string[], shown: string[]) =>
    shown.length > 0 && shown.some((slug) => !own.includes(slug));
  const isLeftOut = (own: readonly string[], shown: string[]) =>
    own.length > 0 && shown.length === 0;
  const smallest = Math.min(...crowds.map(({ crowd }) => crowd));
  console.info(
    [
      `${name}: ${club.length} people in the directory, ${unnamed.length} readings of somebody not named`,
      `smallest crowd ${smallest} (as chosen ${Math.min(...before)}; ${before.filter((one) => one < leastCrowd(club.length)).length} readings too telling)`,
      `sectors: ${count((one) => isCoarser(one.chosen.sectors, one.said.sectors))} coarser, ${count((one) => isLeftOut(one.chosen.sectors, one.said.sectors))} left out`,
      `places: ${count((one) => isCoarser(one.chosen.cities, one.said.places))} coarser, ${count((one) => isLeftOut(one.chosen.cities, one.said.places))} left out`,
    ].join("; "),
  );
  return smallest;
}
