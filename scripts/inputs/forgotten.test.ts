import { expect, test } from "vitest";
import { listFiles, readSource } from "../house/house-files";

/** What costs more than a look at each sign: cutting, sorting, comparing, drawing, reading Chinese aloud. */
const DEAR =
  /\.segment\(|\.normalize\(|matchAll\(|new RegExp\(|\bpinyin\(|\bdiff(?:Arrays|Lines|Words)\w*\(|\bsharp\(|inflate|Zxcvbn/;

/** A regular expression that repeats something without an end; what stands in brackets is one sign. */
const LITERAL =
  /(?<=[(\s,[!])\/(?![/*\s])(?:[^/\n\\[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*(?=[\s.,;)\]])/g;
const ENDLESS = /(?<!\\)(?:[*+]|\{\d+,\})/;

/** Why a file is in no table of worst inputs. */
const EXCUSED: Record<string, string> = {
  "components/jobs/kept-mail-card.tsx": "mails of a demo, one greedy run",
  "components/ui/count-characters.ts": "in the reader's own browser",
  "components/ui/localized-prose.tsx": "one pass: white space with a line end in it always matches",
  "components/ui/person-words.tsx": "one greedy run from the first sign, which always matches",
  "lib/applications/answer-faults.ts": "anchored, one class",
  "lib/applications/transfer-consent.ts": "anchored, one class",
  "lib/asks/ask-facts.ts": "one class, of 400 signs",
  "lib/core/auth/proof-input.ts": "of a thousand signs, one pass",
  "lib/core/auth/viewer-type.ts": "anchored, one class",
  "lib/core/i18n/page-locale.ts": "anchored, one class",
  "lib/core/files/draw-image.ts": "behind checkFile, drawLogo and drawPortrait",
  "lib/core/text/monogram.ts": "of 80 signs",
  "lib/dashboard/digest-letter.ts": "one line with a title in it, which is short",
  "lib/entries/machine.mutations.ts": "anchored nowhere, one class, of what was checked",
  "lib/jobs/job-words.ts": "the name of an error of ours",
  "lib/moderation/queue-address.ts": "anchored, one class",
  "lib/notifications/notice-view.ts": "anchored, one class, after the club's own name",
  "lib/projects/found-words.ts": "behind findIdentities",
  "lib/core/files/zip-parts.ts": "behind readImportFile and readOffice",
  "lib/core/mail/mail-retention.ts": "names of files of ours",
  "lib/core/text/segments.ts": "behind countGraphemes, diffTexts and tellingWords",
  "lib/dues/amounts.ts": "of 24 signs",
  "lib/imports/listed-words.ts": "behind checkRows",
  "lib/imports/written-days.ts": "behind checkRows",
  "lib/mailings/letter.ts": "one pass: white space with a line end in it always matches",
  "lib/matching/general-words.ts": "behind tellingWords",
  "lib/members/vcard.ts": "the club's own clock",
  "lib/rooms/document-route.ts": "a name that shownFileName gave",
  "lib/second-factor/schema.ts": "a code",
  "lib/share-pictures/draw-code.ts": "an address of ours, of three parts at most",
  "lib/share-pictures/page-titles.ts": "anchored, one class",
};

const isDear = (source: string) =>
  DEAR.test(source) ||
  [...source.matchAll(LITERAL)].some(([literal]) =>
    ENDLESS.test(literal.replace(/\[(?:[^\]\\]|\\.)*\]/g, "x")),
  );

test("whoever reads a text dearly stands in the table of worst inputs", () => {
  const tables = ["texts", "files"].map((kind) => readSource(`scripts/inputs/worst-${kind}.ts`));
  const isListed = (file: string) =>
    tables.some((table) => table.includes(`"@/${file.replace(/\.tsx?$/, "")}"`));
  const dear = ["lib", "components", "scripts/share"]
    .flatMap((folder) => listFiles(folder, /\.tsx?$/))
    .filter((file) => !/\.test\.ts$/.test(file) && isDear(readSource(file)));
  expect(dear.length).toBeGreaterThan(30);
  expect(dear.filter((file) => !isListed(file) && !(file in EXCUSED))).toEqual([]);
  expect(Object.keys(EXCUSED).filter((file) => !dear.includes(file))).toEqual([]);
});
