/** The two threads. */
export type Dye = "river" | "kapok";

export type Ground = "silk" | "water" | "petal";

/** Colours of the house by day; what reads no style sheet sees these. */
export const DYES: Record<Dye, string> = { river: "#11556b", kapok: "#cf3a21" };

export const GROUNDS: Record<Ground, string> = {
  silk: "#f9f6f2",
  water: "#d4edf7",
  petal: "#fdf0ec",
};

/**
 * By night light and dark change places, and hues stay. One short rule, the same for every swatch, so that its hash may stand in
 * a policy.
 */
export const NIGHT_STYLE =
  "@media(prefers-color-scheme:dark){svg{filter:invert(.86)hue-rotate(180deg)}}";
