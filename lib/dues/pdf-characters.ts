import known from "./pdf-characters.json" with { type: "json" };

/** Code points that the font of the PDFs has, read once: `gap:run` in base 36, each gap from the end of the run before. */
let drawable: Set<number> | undefined;

function characters(): Set<number> {
  if (drawable) return drawable;
  drawable = new Set();
  let at = 0;
  for (const part of known.runs.split(" ")) {
    const [gap = "0", run = "1"] = part.split(":");
    at += Number.parseInt(gap, 36);
    for (const end = at + Number.parseInt(run, 36); at < end; at += 1) drawable.add(at);
  }
  return drawable;
}

/** The characters of some texts that a PDF cannot show, each once; spaces of any kind and marks that are not seen are none. */
export function missingInPdf(texts: readonly string[]): string[] {
  const seen = new Set(texts.join("").replace(/[\s\p{Cf}\p{Variation_Selector}]/gu, ""));
  return [...seen].filter((one) => !characters().has(one.codePointAt(0) ?? 0));
}
