/** How a person of the demo club looks: names of what is drawn below. */
export type DemoFace = {
  skin: keyof typeof SKIN;
  hair: keyof typeof HAIR;
  style: keyof typeof STYLES;
  wear: keyof typeof WEAR;
  cloth: keyof typeof CLOTH;
  ground: keyof typeof GROUND;
  has?: (keyof typeof EXTRAS)[];
};

const SKIN = {
  light: "#f7dfcd",
  warm: "#efcba9",
  tan: "#dfab80",
  brown: "#b87b52",
  deep: "#8b5b3e",
};

const HAIR = {
  black: "#231d1d",
  brown: "#553526",
  chestnut: "#86512d",
  blond: "#cfa45f",
  auburn: "#94402a",
  grey: "#a3a19d",
  white: "#d9d6d0",
};

const CLOTH = {
  river: "#11556b",
  ink: "#2a3442",
  kapok: "#b12a13",
  jade: "#1a6444",
  ochre: "#b8862f",
  plum: "#6d3350",
  silk: "#e9dfd0",
};

const GROUND = {
  river: "#cfe8f2",
  kapok: "#fbe3da",
  jade: "#d8efe1",
  ochre: "#f8e8c6",
  silk: "#e8e3da",
};

const INK = "#171d26";

/** Behind the head, and before it. */
const STYLES = {
  crop: ["", "M39 55c-4-20 6-31 21-31s26 11 21 31c-1-7-3-11-6-14-9 2-23 1-29-3-4 4-6 9-7 17z"],
  parted: [
    "",
    "M39 56c-4-22 5-33 20-33 17 0 26 12 22 33-1-7-3-12-7-16-11 0-21-3-26-8-1 7-7 13-9 24z",
  ],
  swept: [
    "",
    "M39 54c-5-15 1-29 17-32 15-3 29 5 26 31-1-6-3-10-5-13-5 1-9-1-12-4-4 5-16 6-21 6-3 3-4 7-5 12z",
  ],
  thin: [
    "",
    "M39 56c-3-11-1-20 4-25-1 8 0 12-1 15-1 3-2 6-3 10zM81 56c3-11 1-20-4-25 1 8 0 12 1 15 1 3 2 6 3 10z",
  ],
  curls: [
    "M60 20c-9-3-16 1-18 6-7 1-10 9-7 14-4 6-2 13 3 15h44c5-3 7-9 3-15 3-6 0-13-7-14-2-5-9-9-18-6z",
    "M40 48c1-8 6-12 10-12 3 3 7 3 10 1 4 3 8 2 11-1 5 1 8 5 9 12 2-10-3-21-20-21s-22 11-20 21z",
  ],
  bob: [
    "M60 20c-20 0-28 15-27 34 0 12 2 22 5 27h44c3-5 5-15 5-27 1-19-7-34-27-34z",
    "M39 56c-1-8 2-14 6-18 12 1 21-1 27-6 5 5 9 12 9 24 3-19-5-32-21-32s-24 13-21 32z",
  ],
  fringe: [
    "M60 20c-21 0-29 16-28 36 0 12 1 20 3 26h50c2-6 3-14 3-26 1-20-7-36-28-36z",
    "M38 50c6 2 38 2 44 0 1-16-7-27-22-27s-23 11-22 27z",
  ],
  long: [
    "M60 20c-20 0-29 14-28 36 0 17-3 31-7 42h70c-4-11-7-25-7-42 1-22-8-36-28-36z",
    "M39 58c-1-10 5-20 18-28 10 9 20 14 24 28 3-20-5-34-21-34s-24 14-21 34z",
  ],
  bun: [
    "M60 8a10 10 0 0 1 8 17H52a10 10 0 0 1 8-17z",
    "M39 55c-4-21 6-32 21-32s25 11 21 32c-1-9-7-17-21-18-14 1-20 9-21 18z",
  ],
  tied: [
    "M78 34c12 2 15 14 12 26-1 8 2 12 4 17-8 1-16-5-15-18z",
    "M39 55c-4-21 6-32 21-32s25 11 21 32c-2-8-6-14-12-17-11 5-25 6-30 17z",
  ],
} as const;

/** Shoulders, drawn in the cloth's colour; then what lies upon them in ink or white. */
const WEAR = {
  jacket:
    '<path fill="#fefdfb" d="M47 85q13 11 26 0l-3 37H50z"/><path fill="none" d="M49 87l11 12 11-12M60 99v23"/><path d="M46 85l-6 12 8 3 6 22M74 85l6 12-8 3-6 22"/>',
  shirt:
    '<path fill="#fefdfb" d="M48 83l12 14-9 8-8-18zM72 83L60 97l9 8 8-18z"/><path d="M60 97v23"/>',
  roll: '<path fill="inherit" d="M48 78q12 8 24 0l2 12q-14 8-28 0z"/>',
  round: '<path d="M45 88q15 18 30 0"/>',
  scarf:
    '<path fill="#cf3a21" d="M45 83q15 10 30 0l3 10q-18 10-36 0z"/><path fill="#cf3a21" d="M66 92l10 26-9 2-7-24z"/>',
} as const;

const EXTRAS = {
  glasses: () =>
    '<path fill="none" d="M43.500 54a7.500 7.500 0 1 0 15 0 7.500 7.500 0 1 0-15 0M61.500 54a7.500 7.500 0 1 0 15 0 7.500 7.500 0 1 0-15 0M58.500 53q1.500-1.500 3 0"/>',
  beard: (hair: string) =>
    `<path fill="${hair}" stroke="none" d="M40 56c0 18 8 27 20 27s20-9 20-27c-2 7-5 10-9 10-7-3-15-3-22 0-4 0-7-3-9-10z"/>`,
  moustache: (hair: string) => `<path fill="${hair}" stroke="none" d="M51 68q9-7 18 0-9 1-18 0z"/>`,
  earrings: () =>
    '<g fill="#cf3a21" stroke="none"><circle cx="39" cy="65" r="2.200"/><circle cx="81" cy="65" r="2.200"/></g>',
  freckles: () =>
    '<g fill="#b87b52" stroke="none"><circle cx="48" cy="62" r=".8"/><circle cx="51" cy="64" r=".8"/><circle cx="69" cy="64" r=".8"/><circle cx="72" cy="62" r=".8"/></g>',
} as const;

/** A portrait as SVG of 120 a side: flat colours under the house's stroke, its two threads behind. */
export function drawDemoPortrait(face: DemoFace): string {
  const { has = [] } = face;
  const [skin, hair, cloth] = [SKIN[face.skin], HAIR[face.hair], CLOTH[face.cloth]];
  const [behind, before] = STYLES[face.style];
  const locks = (path: string) => (path ? `<path fill="${hair}" stroke="none" d="${path}"/>` : "");
  const extra = (name: keyof typeof EXTRAS) => (has.includes(name) ? EXTRAS[name](hair) : "");
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 120">',
    `<rect width="120" height="120" fill="${GROUND[face.ground]}"/>`,
    '<g fill="none" stroke-width="2"><path stroke="#17678180" d="M-4 30c34 8 40 44 128 40"/><path stroke="#cf3a2180" d="M-4 78c50 0 62-46 128-52"/></g>',
    `<g stroke="${INK}" stroke-width="1.750" stroke-linecap="round" stroke-linejoin="round">`,
    locks(behind),
    `<path fill="${skin}" d="M51 70v16q9 8 18 0V70z"/>`,
    `<g fill="${cloth}"><path d="M14 122c2-24 14-32 34-37q12 10 24 0c20 5 32 13 34 37z"/>${WEAR[face.wear].replace('fill="inherit"', "")}</g>`,
    `<path fill="${skin}" d="M40 52c-5-1-6 9 0 11 2 13 10 20 20 20s18-7 20-20c6-2 5-12 0-11-1-18-8-25-20-25s-19 7-20 25z"/>`,
    extra("beard"),
    locks(before),
    extra("freckles"),
    `<g fill="none"><path d="M47 47.500q4-2.500 8 0M65 47.500q4-2.500 8 0" stroke="${hair}" stroke-width="2.200"/><path d="M60 56q-3 6 1 7"/></g>`,
    `<g fill="${INK}" stroke="none"><circle cx="51" cy="54" r="1.900"/><circle cx="69" cy="54" r="1.900"/></g>`,
    extra("moustache"),
    `<path fill="none" d="M53 71q7 6 14 0" stroke-width="2"${has.includes("beard") ? ` stroke="${skin}"` : ""}/>`,
    extra("glasses"),
    extra("earrings"),
    "</g></svg>",
  ].join("");
}
