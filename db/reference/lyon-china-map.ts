import map from "./geo/map-lyon-china.json";

/** The borderless drawing: coastlines as one SVG path, Lyon and the Chinese cities as points in its view box. */
export const lyonChinaMap: {
  viewBox: string;
  land: string;
  lyon: { x: number; y: number };
  points: { slug: string; x: number; y: number }[];
} = map;
