import { readFileSync } from "node:fs";
import path from "node:path";
import { text as readText } from "node:stream/consumers";
import { Document, Font, Page, renderToBuffer, StyleSheet, Text, View } from "@react-pdf/renderer";
import { type ComponentProps, createElement } from "react";
import type { DuesSheet } from "@/lib/dues/dues-sheet";
import { narrowApostrophe, unpackFont } from "./unpacked-font";

/**
 * A process of its own: takes a sheet as JSON and gives its PDF. The library refuses to run where the rest of the worker does
 * (the `react-server` condition), and setting a page takes seconds.
 */

const FILE = path.join(import.meta.dirname, "../../app/fonts/noto-sans-sc-600.woff");
const font = narrowApostrophe(unpackFont(readFileSync(FILE))).toString("base64");
Font.register({ family: "Noto Sans SC", src: `data:font/ttf;base64,${font}` });
// A word is not hyphenated; Chinese breaks between any two characters.
Font.registerHyphenationCallback((word) => (/\p{Script=Han}/u.test(word) ? [...word] : [word]));

/** The font has no narrow or unbreakable spaces. */
const set = (text: string) => text.replace(/[^\S\n]/gu, " ");

type Style = ComponentProps<typeof View>["style"];

const look = StyleSheet.create({
  page: {
    fontFamily: "Noto Sans SC",
    fontSize: 10.5,
    lineHeight: 1.5,
    padding: 56,
    color: "#171d26",
  },
  head: { flexDirection: "row", justifyContent: "space-between", gap: 40, marginBottom: 40 },
  party: { width: "45%" },
  title: { fontSize: 17, lineHeight: 1.3 },
  stamp: { color: "#a0163e", fontSize: 13 },
  rows: { marginTop: 28, borderTopWidth: 0.7, borderColor: "#dedad2" },
  row: { flexDirection: "row", paddingVertical: 8, borderBottomWidth: 0.7, borderColor: "#dedad2" },
  term: { width: "34%", color: "#68625a" },
  value: { width: "66%" },
  foot: { marginTop: 28, gap: 4 },
});

const line = (text: string, style?: Style) => createElement(Text, { key: text, style }, set(text));

const party = (texts: string[]) =>
  createElement(
    View,
    { style: look.party },
    texts.map((text) => line(text)),
  );

const row = ([term, value]: [string, string]) =>
  createElement(
    View,
    { key: term, style: look.row, wrap: false },
    line(term, look.term),
    line(value, look.value),
  );

const page = (sheet: DuesSheet) =>
  createElement(
    Page,
    { size: "A4", style: look.page },
    createElement(View, { style: look.head }, party(sheet.issuer), party(sheet.payer)),
    line(sheet.title, look.title),
    line(sheet.issued),
    sheet.stamp ? line(sheet.stamp, look.stamp) : null,
    createElement(View, { style: look.rows }, sheet.rows.map(row)),
    createElement(
      View,
      { style: look.foot },
      sheet.foot.map((text) => line(text)),
    ),
  );

const sheet: DuesSheet = JSON.parse(await readText(process.stdin));
const head = { language: sheet.lang, title: set(sheet.title) };
process.stdout.write(await renderToBuffer(createElement(Document, head, page(sheet))));
