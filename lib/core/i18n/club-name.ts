import "server-only";
import { env } from "../env";
import type { Locale } from "./locales";

const DEFAULT = { name: "OnlyLyon China Business Club", chinese: "OnlyLyon中国商务俱乐部" };

/** The club's name as readers of a language know it: Chinese readers by `CLUB_NAME_ZH` where there is one. */
export function clubName(locale: Locale): string {
  const { CLUB_NAME: name, CLUB_NAME_ZH: chinese } = env();
  if (locale !== "zh") return name;
  return chinese ?? (name === DEFAULT.name ? DEFAULT.chinese : name);
}
