import { Parser } from "saxen";
import { fileRefusal, IMPORT_MOST } from "./import-file";

export type Walk = {
  /** An element begins, by its name without prefix; attributes are read when asked for, as they are written. */
  open?: (name: string, attributes: () => Record<string, string>) => void;
  /** A text, decoded when it is read; of a very long one the beginning, which is too long for a cell too. */
  text?: (read: () => string) => void;
  close?: (name: string) => void;
};

/** An entity of one letter takes ten at most. */
const LONGEST = IMPORT_MOST.cell * 15;

/** Beyond what `saxen` makes of a number: it gives another character for one of a rare surname. */
const BY_NUMBER = /&#(?:x([\da-f]{5,8})|(\d{5,10}));/gi;

const withRareOnes = (text: string) =>
  text.replace(BY_NUMBER, (reference, hex, decimal) => {
    const point = hex ? Number.parseInt(hex, 16) : Number(decimal);
    if (point <= 0xffff) return reference;
    return point <= 0x10ffff ? String.fromCodePoint(point) : "\ufffd";
  });

/** Half a character and NUL, which no database keeps, are unreadable. */
const storable = (text: string) => text.toWellFormed().replaceAll("\0", "\ufffd");

const localName = (name: string) => name.slice(name.indexOf(":") + 1);

/**
 * Goes through an XML text once, from its first sign to its last; entities a document declares itself are left as they are
 * written. Throws `fileUnreadable` for what is no XML, and whatever a step throws.
 */
export function walkXml(xml: string, { open, text, close }: Walk): void {
  const parser = new Parser();
  let thrown: { error: unknown } | null = null;
  const step = (act: () => void) => {
    if (thrown) return;
    try {
      act();
    } catch (error) {
      thrown = { error };
      parser.stop();
    }
  };
  const broken = () =>
    step(() => {
      throw fileRefusal("fileUnreadable");
    });
  parser
    .on("openTag", (name, attributes, decode) =>
      step(() => open?.(localName(name), () => decoded(attributes(), decode))),
    )
    .on("closeTag", (name) => step(() => close?.(localName(name))))
    .on("text", (value, decode) =>
      step(() => text?.(() => storable(decode(withRareOnes(value.slice(0, LONGEST)))))),
    )
    .on("cdata", (value) => step(() => text?.(() => storable(value.slice(0, LONGEST)))))
    .on("warn", () => {})
    .on("error", broken);
  parser.parse(xml);
  const failed = thrown as { error: unknown } | null;
  if (failed) throw failed.error;
}

const decoded = (attributes: Record<string, string>, decode: (text: string) => string) =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [localName(name), decode(value)]),
  );
