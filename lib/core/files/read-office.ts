import "server-only";
import { AppError, type ErrorCode } from "../errors";
import type { SentFile } from "./draw-image";
import { type Parts, readZip } from "./zip-parts";

/** The most that a document unpacks to, and each of the parts that are read of it, in bytes. */
const MOST_UNPACKED = 100 * 1024 ** 2;
const MOST_READ = 1024 ** 2;

const OOXML = "application/vnd.openxmlformats-officedocument";
const ODF = "application/vnd.oasis.opendocument";

/** What each kind says it is: of Microsoft's (ECMA-376) the type of its main part, of OpenDocument (ISO 26300) its first part. */
const KINDS = {
  docx: { type: `${OOXML}.wordprocessingml.document`, links: "word/_rels/document.xml.rels" },
  xlsx: { type: `${OOXML}.spreadsheetml.sheet`, links: "xl/_rels/workbook.xml.rels" },
  pptx: {
    type: `${OOXML}.presentationml.presentation`,
    links: "ppt/_rels/presentation.xml.rels",
  },
  odt: { type: `${ODF}.text`, links: null },
  ods: { type: `${ODF}.spreadsheet`, links: null },
} as const;

type OfficeEnding = keyof typeof KINDS;

/** Parts that hold what would run: Visual Basic, sheets of macros, controls, and the scripts of OpenDocument. */
const RUNS = /vbaproject|vbadata|(?:^|\/)(?:macrosheets|activex)\/|^(?:basic|scripts)\//i;

/** The same by the types and links that name them, whatever the part is called; a link to a page may hold any word. */
const TYPE_RUNS = /macroenabled|macrosheet|vbaproject|activex/i;
const LINK_RUNS = /relationships\/(?:vbaproject|xl(?:intl)?macrosheet)["']/i;

/** A template, whose macros Word would fetch and run, and a linked object: never what lies elsewhere. */
const FETCHED = /relationships\/(?:attachedtemplate|oleobject)\s*$/i;
/** On their own machine or in the document: a path, with a drive or after `file:///`; not an address, not another machine. */
const OWN = /^(?:(?:file:\/\/\/)?[a-z]:[\\/]?|file:\/\/\/|[\\/]?)(?![\\/?]|[a-z][a-z0-9+.-]*:)/i;
/** Each attribute whole, since a value may look like another attribute. */
const ATTRIBUTES = /(?<=\s)([^\s=]+)\s*=\s*("[^"]*"|'[^']*')/g;
/** So much of links in all; those of a long report take some kilobytes. */
const MOST_LINKS = 4 * MOST_READ;

/** The type under which a checked document is saved; undefined for the name of anything else. */
export const officeType = (name: string): string | undefined => kindOf(name)?.type;

/** Whether the first bytes are those of an archive, which each of these documents is; a programme in front of one is none. */
export const isArchive = (bytes: Buffer): boolean =>
  bytes.toString("latin1", 0, 4) === "PK\x03\x04";

/**
 * Checks that a file is a document of Word, Excel, PowerPoint or OpenDocument (text, sheet), as its name says, without
 * macros, and gives its bytes as they came: it may only be served by `fileAnswer`. Of its parts only those that say what it
 * is are unpacked, 1 MB each at most. Throws on `file`: `documentNotAccepted`, `fileHasMacros`, `fileUnpacksTooLarge`,
 * `fileUnreadable` (also encrypted).
 */
export function readOffice({ name, bytes }: SentFile): Buffer {
  const kind = kindOf(name);
  if (!kind || !isArchive(bytes)) throw refusal("documentNotAccepted");
  const parts = readZip(bytes, {
    most: MOST_UNPACKED,
    tooLarge: () => refusal("fileUnpacksTooLarge"),
    unreadable: () => refusal("fileUnreadable"),
  });
  if (parts.names.some((one) => RUNS.test(one))) throw refusal("fileHasMacros");
  if (kind.links === null) requireOpenDocument(bytes, parts, kind.type);
  else requireOoxml(parts, kind.type, kind.links);
  return bytes;
}

function requireOoxml(parts: Parts, type: string, links: string): void {
  const types = readText(parts, "[Content_Types].xml");
  if (types === null) throw refusal("documentNotAccepted");
  const isRunning = TYPE_RUNS.test(types) || LINK_RUNS.test(readText(parts, links) ?? "");
  if (isRunning || fetchesFromElsewhere(parts)) throw refusal("fileHasMacros");
  if (!types.includes(`"${type}.main+xml"`)) throw refusal("documentNotAccepted");
}

/** Whether any of its parts names a template or an object that lies elsewhere. */
function fetchesFromElsewhere(parts: Parts): boolean {
  let seen = 0;
  return parts.names
    .filter((name) => /\.rels$/i.test(name))
    .some((name) => {
      const links = readText(parts, name) ?? "";
      seen += links.length;
      if (seen > MOST_LINKS) throw refusal("fileUnpacksTooLarge");
      return links.split("<").some(isFetched);
    });
}

function isFetched(link: string): boolean {
  const attributes = [...link.matchAll(ATTRIBUTES)].map(([, name = "", value = ""]) => ({
    name: name.toLowerCase(),
    value: value.slice(1, -1).trim(),
  }));
  const valuesOf = (wanted: string) =>
    attributes.filter(({ name }) => name === wanted).map(({ value }) => value);
  return valuesOf("type").some((type) => FETCHED.test(type)) && !valuesOf("target").every(isOwn);
}

/** Signs written by their numbers in an address count as themselves. */
const isOwn = (target: string): boolean =>
  OWN.test(
    target.replace(/%([2-7][0-9a-f])/gi, (_, code) => String.fromCharCode(parseInt(code, 16))),
  );

/** Its type stands first, unpacked, at a place that never changes (part 3, 3.3). */
function requireOpenDocument(bytes: Buffer, parts: Parts, type: string): void {
  const isFirst = bytes.toString("latin1", 30, 38 + type.length) === `mimetype${type}`;
  if (!isFirst || readText(parts, "mimetype") !== type) throw refusal("documentNotAccepted");
  const manifest = readText(parts, "META-INF/manifest.xml");
  if (manifest === null || /encryption-data/i.test(manifest)) throw refusal("fileUnreadable");
}

/** Letters written by their numbers, or in another encoding, would hide a word from us that others read. */
function readText(parts: Parts, name: string): string | null {
  const content = parts.read(name, MOST_READ);
  if (content === null) return null;
  const text = content.toString("utf8");
  if (/&#|<!DOCTYPE|\0|\ufffd/i.test(text)) throw refusal("fileUnreadable");
  return text;
}

function kindOf(name: string): (typeof KINDS)[OfficeEnding] | undefined {
  const ending = name.split(".").at(-1)?.toLowerCase() ?? "";
  return Object.hasOwn(KINDS, ending) ? KINDS[ending as OfficeEnding] : undefined;
}

const refusal = (code: ErrorCode) =>
  new AppError(code, {
    field: "file",
    values: code === "fileUnpacksTooLarge" ? { most: MOST_UNPACKED / 1024 ** 2 } : undefined,
  });
