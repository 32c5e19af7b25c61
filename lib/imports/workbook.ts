import type { Parts } from "@/lib/core/files/zip-parts";
import { isDayFormat } from "./cell-dates";
import { fileRefusal } from "./import-file";
import { walkXml } from "./walk-xml";

/** What is read of a workbook: its first sheet that is not hidden, the texts its cells share, and which styles show days. */
export type Workbook = {
  sheet: string;
  shared: string[];
  isDayStyle: boolean[];
  isFrom1904: boolean;
};

/** Reads it from the parts of an Excel file (ECMA-376, part 1). Throws `importNotATable` where there is no workbook. */
export function readWorkbook(parts: Parts): Workbook {
  const path = parts.names.find((name) => /(^|\/)workbook\.xml$/.test(name));
  if (!path) throw fileRefusal("importNotATable");
  const folder = path.slice(0, -"workbook.xml".length);
  const { sheetId, isFrom1904 } = readBook(textOf(parts, path));
  const links = readLinks(textOf(parts, `${folder}_rels/workbook.xml.rels`));
  const read = (link: Link | undefined) => {
    if (!link) return "";
    return textOf(parts, link.target.startsWith("/") ? link.target.slice(1) : folder + link.target);
  };
  const ofKind = (kind: string) => links.find(({ type }) => type.endsWith(`/${kind}`));
  return {
    sheet: read(links.find(({ id }) => id === sheetId)),
    shared: readShared(read(ofKind("sharedStrings"))),
    isDayStyle: readStyles(read(ofKind("styles"))),
    isFrom1904,
  };
}

type Link = { id: string; type: string; target: string };

const textOf = (parts: Parts, name: string) =>
  (parts.read(name)?.toString("utf8") ?? "").replace(/^\ufeff/, "");

function readBook(xml: string) {
  let sheetId: string | undefined;
  let isFrom1904 = false;
  walkXml(xml, {
    open(name, attributes) {
      if (name === "sheet" && (attributes().state ?? "visible") === "visible") {
        sheetId ??= attributes().id;
      }
      if (name === "workbookPr") isFrom1904 = /^(1|true)$/.test(attributes().date1904 ?? "");
    },
  });
  return { sheetId, isFrom1904 };
}

function readLinks(xml: string): Link[] {
  const links: Link[] = [];
  walkXml(xml, {
    open(name, attributes) {
      if (name !== "Relationship") return;
      const { Id: id = "", Type: type = "", Target: target = "" } = attributes();
      links.push({ id, type, target });
    },
  });
  return links;
}

/** A text as it was typed: Excel writes the ends of lines and their like as `_x000D_` (ECMA-376, 22.9.2.19). */
export const withoutEscapes = (text: string): string =>
  text.replace(/_x(0009|000A|000D|005F)_/gi, (_all, code) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );

/** One text per item, its runs joined; how characters are read aloud (`rPh`) is no part of it. */
function readShared(xml: string): string[] {
  const shared: string[] = [];
  let pieces: string[] = [];
  let isText = false;
  let isReading = false;
  walkXml(xml, {
    open(name) {
      if (name === "si") pieces = [];
      if (name === "rPh") isReading = true;
      isText = name === "t" && !isReading;
    },
    text: (read) => isText && pieces.push(read()),
    close(name) {
      isText = false;
      if (name === "rPh") isReading = false;
      if (name === "si") shared.push(withoutEscapes(pieces.join("")));
    },
  });
  return shared;
}

function readStyles(xml: string): boolean[] {
  const codes = new Map<number, string>();
  const styles: boolean[] = [];
  let isCellStyle = false;
  walkXml(xml, {
    open(name, attributes) {
      if (name === "numFmt") {
        codes.set(Number(attributes().numFmtId), attributes().formatCode ?? "");
      }
      if (name === "cellXfs") isCellStyle = true;
      if (name !== "xf" || !isCellStyle) return;
      const id = Number(attributes().numFmtId ?? 0);
      styles.push(isDayFormat(id, codes.get(id)));
    },
    close(name) {
      if (name === "cellXfs") isCellStyle = false;
    },
  });
  return styles;
}
