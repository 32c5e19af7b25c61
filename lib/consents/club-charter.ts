import { LOCALES } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { isOlder } from "@/lib/entries/older-text";
import { pageValues } from "@/lib/pages/club-values";
import type { PageVersion } from "@/lib/pages/in-force.queries";
import { type Block, readPageText } from "@/lib/pages/page-text";
import { fillIn } from "@/lib/pages/page-values";
import { charterVersion } from "@/lib/pages/portal-text";
import type { WrittenText } from "./consent-texts";

/** The club's own charter as what is agreed to: a line a paragraph, its values in place, in the languages that it has. */
export function clubCharter({ number, effectiveOn, content, stale }: PageVersion): WrittenText {
  const { lead, body, originalLocale } = content;
  const written = LOCALES.filter((locale) => body[locale]);
  const text = written.map((locale) => {
    const introduction = pickText(lead, locale, originalLocale)?.text ?? "";
    const filled = fillIn(`${introduction}\n\n${body[locale]}`, pageValues(locale));
    return [locale, linesOf(filled).join("\n")];
  });
  const version = charterVersion(number);
  const older = written.filter((locale) =>
    (["lead", "body"] as const).some((name) =>
      isOlder(stale, name, pickText(content[name], locale, originalLocale)),
    ),
  );
  return { version, text: Object.fromEntries(text), originalLocale, since: effectiveOn, older };
}

const linesOf = (text: string): string[] =>
  readPageText(text).flatMap(({ heading, blocks }) => [
    ...(heading === null ? [] : [heading]),
    ...blocks.flatMap(blockLines),
  ]);

function blockLines(block: Block): string[] {
  if (block.kind === "paragraph") return block.lines;
  if (block.kind === "points") return block.points.map((point) => `– ${point}`);
  return block.points.map((point, index) => `${block.first + index}. ${point}`);
}
