import { strToU8, zipSync } from "fflate";

const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

type Made = {
  sheet: string;
  shared?: string;
  styles?: string;
  book?: string;
  also?: Record<string, Uint8Array>;
};

/** For tests: the bytes of an Excel file whose rows, shared texts and styles are written out as XML. */
export function madeWorkbook({
  sheet,
  shared = "",
  styles = "",
  book = "",
  also = {},
}: Made): Buffer {
  const link = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`;
  const parts = {
    "xl/workbook.xml": `<workbook xmlns:r="${RELATIONS}">${book}<sheets><sheet name="0" r:id="r0" state="hidden"/><sheet name="1" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${link("r1", "worksheet", "worksheets/sheet1.xml")}${link("r2", "sharedStrings", "/xl/sharedStrings.xml")}${link("r3", "styles", "styles.xml")}</Relationships>`,
    "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
    "xl/sharedStrings.xml": `<sst>${shared}</sst>`,
    "xl/styles.xml": `<styleSheet>${styles}</styleSheet>`,
  };
  const packed = Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]);
  return Buffer.from(zipSync({ ...Object.fromEntries(packed), ...also }));
}

/** A row of texts, or of cells written out as XML. */
export const madeRow = (number: number, ...cells: string[]) =>
  `<row r="${number}">${cells
    .map((cell) => (cell.startsWith("<c") ? cell : `<c t="inlineStr"><is><t>${cell}</t></is></c>`))
    .join("")}</row>`;
