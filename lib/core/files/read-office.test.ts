import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { checkFile } from "./check-file";
import { fileAnswer } from "./file-answer";
import { madeDocument, madeOpenDocument } from "./made-document";

const check = (name: string, bytes: Buffer) => checkFile({ name, bytes }, { takesOffice: true });

const OOXML = "application/vnd.openxmlformats-officedocument";

describe("documents are passed on as they came", () => {
  test.each([
    ["devis.docx", madeDocument("docx"), `${OOXML}.wordprocessingml.document`],
    ["报价单.XLSX", madeDocument("xlsx"), `${OOXML}.spreadsheetml.sheet`],
    ["a.b.pptx", madeDocument("pptx"), `${OOXML}.presentationml.presentation`],
    ["lettre.odt", madeOpenDocument("text"), "application/vnd.oasis.opendocument.text"],
    [
      "tableau.ods",
      madeOpenDocument("spreadsheet"),
      "application/vnd.oasis.opendocument.spreadsheet",
    ],
  ])("%s", async (name, bytes, type) => {
    const file = await check(name, bytes);
    expect(file).toMatchObject({ kind: "office", name, size: bytes.length });
    expect(file.content.equals(bytes)).toBe(true);
    const headers = Object.fromEntries(fileAnswer(file).headers);
    expect(headers).toMatchObject({
      "content-type": type,
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
    });
    expect(headers["content-disposition"]).toMatch(/^attachment/);
  });

  test("a link to a page of any name is no macro", async () => {
    const rels = '<Relationship Type="x/hyperlink" Target="https://vbaproject.example/macro"/>';
    const bytes = madeDocument("docx", { also: { "word/_rels/document.xml.rels": rels } });
    await expect(check("a.docx", bytes)).resolves.toMatchObject({ kind: "office" });
  });
});

const macroType = "application/vnd.ms-word.document.macroEnabled.main+xml";
const vbaLink =
  '<Relationship Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="a.bin"/>';

/** An archive whose list says that its only part unpacks to 4 GB. */
function bomb(): Buffer {
  const bytes = madeDocument("docx");
  const list = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  bytes.writeUInt32LE(0xffffffff, list + 24);
  return bytes;
}

/** The same part twice, of which each reader sees another. */
function twice(): Buffer {
  const bytes = madeDocument("docx", { also: { "[Content_Types].xmm": "<Types/>" } });
  return Buffer.from(bytes.toString("latin1").replaceAll(".xmm", ".xml"), "latin1");
}

/** A document of which all parts lie unpacked. */
const unpackedDocument = (types: string) =>
  Buffer.from(
    zipSync({ "[Content_Types].xml": strToU8(types), "word/a.bin": strToU8("x") }, { level: 0 }),
  );

const plainTypes = `<Types><Override PartName="/word/document.xml" ContentType="${OOXML}.wordprocessingml.document.main+xml"/>`;
const macros = `<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>`;

/** What says that it has macros lies behind where its list says that the part ends. */
function shortened(): Buffer {
  const bytes = unpackedDocument(plainTypes + macros);
  const list = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  bytes.writeUInt32LE(plainTypes.length, list + 24);
  return bytes;
}

const linked =
  (type: string, target: string, id = "a") =>
  () =>
    madeDocument("docx", {
      also: {
        "word/_rels/settings.xml.rels": `<Relationships>\n<Relationship Id="${id}" TargetMode = "External"\n Target = "${target}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}"/></Relationships>`,
      },
    });

const template = (target: string) => linked("attachedTemplate", target);

test("a template of their own machine is fetched from nowhere", async () => {
  const own = ["file:///C:\\Users\\a\\Normal.dotm", "file:///C:/Users/a/Mod%C3%A8le%201.dotm"];
  for (const target of [
    ...own,
    "file:///Users/a/Normal.dotm",
    "/Users/a/Normal.dotm",
    "C:\\a\\Normal.dotm",
    "../Lettre.dotx",
  ])
    await expect(check("a.docx", template(target)())).resolves.toMatchObject({ kind: "office" });
  const object = linked("oleObject", "/word/embeddings/oleObject1.bin");
  await expect(check("a.docx", object())).resolves.toMatchObject({ kind: "office" });
});

const REFUSED: [why: string, name: string, make: () => Buffer, code: string][] = [
  ["a template on the web", "a.docx", template("http://evil.example/x.dotm"), "fileHasMacros"],
  ["one on another machine", "a.docx", template("\\\\10.0.0.1\\a.dotm"), "fileHasMacros"],
  ["one by its address as a file", "a.docx", template("file://evil/a.dotm"), "fileHasMacros"],
  [
    "an object on the web",
    "a.docx",
    linked("oleObject", "http://evil.example/x!"),
    "fileHasMacros",
  ],
  [
    "a template behind what looks like its address",
    "a.docx",
    linked("attachedTemplate", "http://evil.example/x.dotm", " Target='a.dotm"),
    "fileHasMacros",
  ],
  [
    "a template whose kind is spaced",
    "a.docx",
    linked("attachedTemplate ", "http://evil.example/x.dotm"),
    "fileHasMacros",
  ],
  ...[
    "file:///\\\\evil\\a.dotm",
    "file:////evil/a.dotm",
    "file:\\\\evil\\a.dotm",
    "file:///%5C%5Cevil/a.dotm",
    "%5c%5Cevil%5ca.dotm",
    "mhtml:http://evil.example/x!a.dotm",
    "http:\\\\evil.example\\a.dotm",
    "https://evil.example/a>b.dotm",
    "\\/evil/a.dotm",
    "\\??\\UNC\\evil\\a.dotm",
    "ht%74p://evil.example/a.dotm",
  ].map((target): (typeof REFUSED)[number] => [
    `a template at ${target}`,
    "a.docx",
    template(target),
    "fileHasMacros",
  ]),
  [
    "Word's macros",
    "a.docm",
    () => madeDocument("docx", { type: macroType }),
    "documentNotAccepted",
  ],
  ["the same, renamed", "a.docx", () => madeDocument("docx", { type: macroType }), "fileHasMacros"],
  [
    "a part of Visual Basic",
    "a.docx",
    () => madeDocument("docx", { also: { "word/vbaProject.bin": "x" } }),
    "fileHasMacros",
  ],
  [
    "one of another name",
    "a.docx",
    () =>
      madeDocument("docx", {
        also: { "word/_rels/document.xml.rels": vbaLink, "word/a.bin": "x" },
      }),
    "fileHasMacros",
  ],
  [
    "a sheet of macros",
    "a.xlsx",
    () => madeDocument("xlsx", { also: { "xl/macrosheets/sheet1.xml": "x" } }),
    "fileHasMacros",
  ],
  [
    "a control",
    "a.pptx",
    () => madeDocument("pptx", { also: { "ppt/activeX/activeX1.bin": "x" } }),
    "fileHasMacros",
  ],
  [
    "a script",
    "a.odt",
    () => madeOpenDocument("text", { "Scripts/python/a.py": "x" }),
    "fileHasMacros",
  ],
  [
    "Basic",
    "a.ods",
    () => madeOpenDocument("spreadsheet", { "Basic/Standard/a.xml": "x" }),
    "fileHasMacros",
  ],
  [
    "a type in figures",
    "a.docx",
    () => madeDocument("docx", { type: "application/vnd.ms-word.document.m&#97;croEnabled" }),
    "fileUnreadable",
  ],
  ["a sheet called text", "a.docx", () => madeDocument("xlsx"), "documentNotAccepted"],
  ["a template", "a.odt", () => madeOpenDocument("text-template"), "documentNotAccepted"],
  ["a text called sheet", "a.ods", () => madeOpenDocument("text"), "documentNotAccepted"],
  [
    "any archive",
    "a.docx",
    () => Buffer.from(zipSync({ "a.txt": strToU8("a") })),
    "documentNotAccepted",
  ],
  [
    "a document in an archive",
    "a.docx",
    () => Buffer.from(zipSync({ "b.docx": madeDocument("docx") })),
    "documentNotAccepted",
  ],
  ["a document called ZIP", "a.zip", () => madeDocument("docx"), "documentNotAccepted"],
  [
    "a programme",
    "a.docx",
    () => Buffer.from("MZ\x90\0 a programme", "latin1"),
    "documentNotAccepted",
  ],
  [
    "a programme before a document",
    "a.docx",
    () => Buffer.concat([Buffer.from("MZ\x90\0"), madeDocument("docx")]),
    "documentNotAccepted",
  ],
  ["one that unpacks to 4 GB", "a.docx", bomb, "fileUnpacksTooLarge"],
  [
    "macros behind a megabyte that lies unpacked",
    "a.docx",
    () => unpackedDocument(plainTypes + " ".repeat(1024 ** 2) + macros),
    "fileUnreadable",
  ],
  ["macros behind the end that a part is given", "a.docx", shortened, "fileUnreadable"],
  ["one part twice", "a.docx", twice, "fileUnreadable"],
  [
    "one part twice, in small letters",
    "a.docx",
    () => madeDocument("docx", { also: { "[content_types].xml": "<Types/>" } }),
    "fileUnreadable",
  ],
  [
    "a part of another name, told in single quotes",
    "a.docx",
    () =>
      madeDocument("docx", {
        also: { "word/_rels/document.xml.rels": vbaLink.replaceAll('"', "'"), "word/a.bin": "x" },
      }),
    "fileHasMacros",
  ],
  ["half of one", "a.docx", () => madeDocument("docx").subarray(0, 200), "fileUnreadable"],
  [
    "a locked one",
    "a.odt",
    () => madeOpenDocument("text", { "META-INF/manifest.xml": "<manifest:encryption-data/>" }),
    "fileUnreadable",
  ],
];

describe("what is refused", () => {
  test.each(REFUSED)("%s", async (_, name, make, code) => {
    await expect(check(name, make())).rejects.toMatchObject({ code, field: "file" });
  });

  test("where pictures and PDF alone are taken, any document", async () => {
    const sent = { name: "a.docx", bytes: madeDocument("docx") };
    await expect(checkFile(sent)).rejects.toMatchObject({ code: "fileNotAccepted" });
  });
});
