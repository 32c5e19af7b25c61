import { LineDrawing } from "./line-drawing";
import { SIGNS } from "./sign";

const PATHS = {
  ...SIGNS,
  "arrow-left": "M19 12H5m6-6-6 6 6 6",
  "arrow-right": "M5 12h14m-6-6 6 6-6 6",
  building: "M5 20V4h9v16M14 9h5v11M3 20h18M8 8h3m-3 4h3m-3 4h3",
  calendar: "M4 6h16v14H4zM4 10h16M8 3v4m8-4v4",
  clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18m0 4v5l3.5 2",
  close: "m6 6 12 12M18 6 6 18",
  edit: "m4 20 1-4.5L16.5 4 20 7.5 8.5 19zM14 6.5 17.5 10",
  external: "M13 5h6v6m0-6-9 9M9 6H5v13h13v-4",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12m9.5-2.8a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6",
  folder: "M3 6h6l2 2.5h10V19H3z",
  globe:
    "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18m0 0c-5 5.5-5 12.5 0 18m0-18c5 5.5 5 12.5 0 18M3.5 9h17m-17 6h17",
  home: "m3 11.5 9-7.5 9 7.5M6 9.5V20h4.5v-5.5h3V20H18V9.5",
  mail: "M3 6h18v12H3zm0 .5 9 6.5 9-6.5",
  message: "M4 5h16v11H11l-5 4v-4H4z",
  pin: "M12 21s-6.5-6-6.5-11a6.5 6.5 0 0 1 13 0c0 5-6.5 11-6.5 11m0-13.3a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.6",
  plus: "M12 5v14m-7-7h14",
  search: "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14m5 12 4.5 4.5",
  shield: "M12 3 5 5.5V11c0 5 3 8 7 10 4-2 7-5 7-10V5.5z",
  user: "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8M4.5 20.5c.5-4 3.5-6 7.5-6s7 2 7.5 6",
  users:
    "M9 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7M2.5 19.5c.4-3.6 3-5.3 6.5-5.3s6.1 1.7 6.5 5.3M16 5.2a3.5 3.5 0 0 1 0 6.6m2.3 3c1.9.8 3 2.3 3.2 4.7",
} as const;

export type IconName = keyof typeof PATHS;

type IconProps = { name: IconName; className?: string };

/** A decorative line icon in the colour of the text; the words beside it carry the meaning. */
export function Icon({ name, className }: IconProps) {
  return <LineDrawing className={className} d={PATHS[name]} />;
}
