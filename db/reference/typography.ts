type Rule = { fault: string; pattern: RegExp };

const NARROW = "\u202f";
const HAN = "\\p{Script=Han}";

const RULES: Record<"fr" | "en" | "zh", Rule[]> = {
  fr: [
    { fault: "no U+202F before ; ! ? »", pattern: new RegExp(`[^${NARROW}!?][;!?»]`, "u") },
    { fault: "no U+202F after «", pattern: new RegExp(`«(?!${NARROW})`, "u") },
    { fault: "no U+00A0 before :", pattern: /(?<!\u00a0):(?!\d)/u },
    {
      fault: "breaking space before a unit",
      pattern: /\d (?:[€%]|(?:kg|km|ha|kWh?|m[²³]?)(?!\p{L}))/u,
    },
    { fault: "no U+202F between thousands", pattern: /\d[ .,\u00a0]\d{3}(?!\d)/u },
    { fault: "foreign quotes", pattern: /["“”]/u },
  ],
  en: [
    { fault: "space before punctuation", pattern: /[ \u00a0\u202f][;:!?]/u },
    { fault: "foreign quotes", pattern: /["«»]/u },
  ],
  zh: [
    { fault: "half-width punctuation", pattern: new RegExp(`${HAN}[,;:!?.]|[,;:!?]${HAN}`, "u") },
    { fault: "half-width brackets", pattern: new RegExp(`${HAN}[()]|[()]${HAN}`, "u") },
    { fault: "space beside a character", pattern: new RegExp(`${HAN} | ${HAN}`, "u") },
    { fault: "foreign quotes", pattern: /["«»「」]/u },
  ],
};

const EVERYWHERE: Rule[] = [
  { fault: "straight apostrophe", pattern: /'/u },
  { fault: "three dots for …", pattern: /\.\.\./u },
  { fault: "stray space", pattern: /^\s|\s$| {2}/u },
];

/** What a text breaks of the typography of its language, addresses left aside; empty when it is clean. */
export function typographyFaults(text: string, locale: "fr" | "en" | "zh"): string[] {
  const prose = text.replace(/https?:\/\/\S+/gu, "");
  return [...RULES[locale], ...EVERYWHERE]
    .filter(({ pattern }) => pattern.test(prose))
    .map(({ fault }) => fault);
}

/** Every text in three languages below a value, as [path, language, text]. */
export function localizedTexts(value: unknown, path = ""): [string, "fr" | "en" | "zh", string][] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if ((key === "fr" || key === "en" || key === "zh") && typeof inner === "string") {
      return [[path, key, inner] as [string, "fr" | "en" | "zh", string]];
    }
    const slug = typeof inner === "object" && inner !== null && "slug" in inner ? inner.slug : key;
    return localizedTexts(inner, `${path}/${slug}`);
  });
}
