/** What an organisation of the demo club is known by: the river's stroke, and the spark of kapok. */
const MARKS = {
  threads: ["M5 14c13-4 25 24 38 20M5 24h7m24 0h7", "M5 34c13 4 25-24 38-20"],
  drop: ["M24 5C17 15 11 21 11 29a13 13 0 0 0 26 0c0-8-6-14-13-24z", "M24 35a7 7 0 0 0 7-7"],
  chalice: ["M11 8h26c0 11-4 18-13 18S11 19 11 8zM24 26v13M15 40h18", "M13 14q5.500 5 11 0t11 0"],
  gear: [
    "M24 12a12 12 0 1 0 0 24 12 12 0 0 0 0-24zM24 5v7M24 36v7M5 24h7M36 24h7M10.600 10.600l5 5M32.400 32.400l5 5M10.600 37.400l5-5M32.400 15.600l5-5",
    "M24 19a5 5 0 1 0 0 10 5 5 0 0 0 0-10z",
  ],
  weave: [
    "M12 6v36M24 6v7m0 8v6m0 8v7M36 6v36",
    "M6 16h3m6 0h18m6 0h3M6 24h15m6 0h15M6 32h3m6 0h18m6 0h3",
  ],
  road: ["M8 42L20 6M40 42L28 6M24 10v5m0 6v6m0 7v7", "M4 30c8-6 32-6 40 0"],
  pixels: [
    "M24 42V24M10 12h6v6h-6zM32 12h6v6h-6zM10 24h6v6h-6zM32 24h6v6h-6z",
    "M21 4h6v6h-6zM21 15h6v6h-6z",
  ],
  scales: ["M24 7v33M14 41h20M9 14h30", "M9 14l-5 13h10zM39 14l-5 13h10z"],
  skyline: ["M5 42h38M9 42V20h9v22M30 42V14h9v28", "M18 42V7h12v35M22 14h4m-4 7h4m-4 7h4"],
  grapes: [
    "M14 18a4 4 0 1 0 .1 0M24 18a4 4 0 1 0 .1 0M34 18a4 4 0 1 0 .1 0M19 27a4 4 0 1 0 .1 0M29 27a4 4 0 1 0 .1 0M24 36a4 4 0 1 0 .1 0",
    "M24 17c0-6 3-10 8-11M24 12c-4-5-9-5-13-3 3 5 8 6 13 3z",
  ],
  toque: ["M14 26c-8-1-9-12 0-13 2-8 18-8 20 0 9 1 8 12 0 13v14H14z", "M14 34h20"],
  crate: ["M6 16l18-9 18 9v17l-18 9-18-9zM6 16l18 9 18-9M24 25v17", "M15 11.500l18 9v7"],
  leaf: ["M9 39C7 19 18 8 40 8c1 22-9 33-29 31", "M27 12l-8 13h9l-7 13"],
  petals: [
    "M24 17c-6-5-5-11 0-13 5 2 6 8 0 13zM17 24c-5 6-11 5-13 0 2-5 8-6 13 0zM31 24c5-6 11-5 13 0-2 5-8 6-13 0zM24 31c6 5 5 11 0 13-5-2-6-8 0-13z",
    "M24 20.5a3.5 3.5 0 1 0 .1 0",
  ],
  brackets: ["M16 11L5 24l11 13M32 11l11 13-11 13", "M28 7l-8 34"],
  book: [
    "M24 14c-5-4-11-5-18-4v27c7-1 13 0 18 4 5-4 11-5 18-4V10c-7-1-13 0-18 4zM24 14v27",
    "M30 12v11l3.500-3 3.500 3V10",
  ],
  hexagon: ["M24 4l17 10v20L24 44 7 34V14z", "M10 33l9-13 5 7 5-10 9 16"],
  bridge: [
    "M4 33h40M10 33c2-16 26-16 28 0M17 33v-9m7 9V21m7 12v-9",
    "M4 40c7-4 13 4 20 0s13 4 20 0",
  ],
  battery: ["M8 13h28v23H8zM36 20h5v9h-5", "M13 28c5-12 9 6 18-8"],
  peaks: ["M4 40l14-25 8 13 5-8 13 20z", "M33 5v10M28 10h10"],
  cloud: [
    "M13 34a8 8 0 0 1 0-16c1-9 16-12 19-3 9-1 11 10 4 13",
    "M14 41h20M24 41V27M24 34c-4 0-6-2-7-5 4 0 6 1 7 5zM24 34c4 0 6-2 7-5-4 0-6 1-7 5z",
  ],
  waves: [
    "M5 17c6-5 13 5 19 0s13 5 19 0M5 33c6-5 13 5 19 0s13 5 19 0",
    "M5 25c6-5 13 5 19 0s13 5 19 0",
  ],
  compass: ["M24 5a19 19 0 1 0 0 38 19 19 0 0 0 0-38z", "M31 15l-4 12-11 6 5-12z"],
} as const;

export type DemoMark = keyof typeof MARKS;

/** A logo as SVG, 48 a side. */
export function drawDemoLogo(mark: DemoMark): string {
  const [first, second] = MARKS[mark];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" fill="none" stroke-width="2.500" stroke-linecap="round" stroke-linejoin="round"><rect width="48" height="48" fill="#fff"/><path stroke="#11556b" d="${first}"/><path stroke="#cf3a21" d="${second}"/></svg>`;
}
