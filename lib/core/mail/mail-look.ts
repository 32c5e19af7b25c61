import type { Locale } from "../i18n/locales";

/** Sizes and colours of mails: in each tag, since many programmes drop style sheets; by class only what changes at night. */

const FONTS =
  "system-ui, -apple-system, Segoe UI, Roboto, PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif";

const INK = "#171d26";
const MUTED = "#68625a";
const LINK = "#11556b";
const HAIRLINE = "#dedad2";
const SURFACE = "#fefdfb";

/** Outlook's Word engine takes the room round a link from the cell that it stands in. */
const OUTLOOK_ROOM = { msoPaddingAlt: "12px 20px" };

const button = (background: string) => ({
  background,
  border: `1px solid ${LINK}`,
  borderRadius: "6px",
  ...OUTLOOK_ROOM,
});
const label = (color: string) => ({
  display: "inline-block",
  padding: "11px 20px",
  color,
  fontWeight: "600",
  lineHeight: "24px",
  textDecoration: "none",
});

export const LOOK = {
  page: { className: "page", style: { margin: "0", padding: "0", background: "#f9f6f2" } },
  ground: {
    className: "page",
    role: "presentation",
    style: { width: "100%", borderCollapse: "collapse", background: "#f9f6f2" },
  },
  margin: { className: "margin", style: { padding: "24px 12px" } },
  card: {
    className: "card",
    role: "presentation",
    style: {
      width: "100%",
      maxWidth: "600px",
      margin: "0 auto",
      borderCollapse: "separate",
      borderSpacing: "0",
      background: SURFACE,
      border: `1px solid ${HAIRLINE}`,
      borderRadius: "12px",
    },
  },
  brand: {
    className: "head",
    style: { padding: "12px 24px", borderBottom: `1px solid ${HAIRLINE}` },
  },
  beside: { role: "presentation", style: { borderCollapse: "collapse" } },
  named: { className: "named", style: { padding: "0 0 0 12px" } },
  mark: {
    style: {
      display: "inline-block",
      width: "40px",
      height: "40px",
      border: "0",
      verticalAlign: "middle",
    },
  },
  club: {
    className: "ink",
    style: { margin: "0", color: INK, fontSize: "16px", fontWeight: "600", lineHeight: "1.3" },
  },
  text: {
    className: "ink",
    style: { margin: "0 0 16px", color: INK, fontSize: "16px" },
  },
  heading: {
    className: "ink",
    style: {
      margin: "32px 0 8px",
      color: INK,
      fontSize: "18px",
      fontWeight: "600",
      lineHeight: "1.4",
    },
  },
  quote: {
    className: "ink quote",
    style: {
      margin: "0 0 16px",
      padding: "4px 0 4px 16px",
      borderLeft: "3px solid #176781",
      color: INK,
    },
  },
  code: {
    className: "ink",
    style: {
      margin: "0 0 16px",
      color: INK,
      fontSize: "30px",
      fontWeight: "700",
      letterSpacing: "4px",
      lineHeight: "1.4",
    },
  },
  list: { style: { margin: "0 0 16px", padding: "0", listStyle: "none" } },
  item: {
    className: "item",
    style: { margin: "0", padding: "10px 0", borderBottom: `1px solid ${HAIRLINE}` },
  },
  title: { className: "ink", style: { margin: "0", color: INK, fontWeight: "600" } },
  link: { className: "link", style: { color: LINK, textDecoration: "underline" } },
  note: { className: "muted", style: { margin: "0", color: MUTED, fontSize: "14px" } },
  facts: { style: { margin: "0 0 16px" } },
  term: { className: "muted", style: { margin: "0", color: MUTED, fontSize: "14px" } },
  value: { className: "ink", style: { margin: "0 0 8px", color: INK } },
  action: {
    role: "presentation",
    style: { margin: "20px 0", borderCollapse: "separate", borderSpacing: "0" },
  },
  primary: { className: "primary", style: button(LINK) },
  primaryLabel: { className: "primary", style: label(SURFACE) },
  secondary: { className: "secondary", style: button(SURFACE) },
  secondaryLabel: { className: "link", style: label(LINK) },
  body: { className: "body", style: { padding: "24px 24px 8px" } },
  foot: {
    className: "foot",
    style: { padding: "16px 24px 24px", borderTop: `1px solid ${HAIRLINE}` },
  },
  switchOff: { className: "muted", style: { margin: "12px 0 0", color: MUTED, fontSize: "14px" } },
  footLink: { className: "muted", style: { color: MUTED, textDecoration: "underline" } },
  unseen: {
    style: {
      display: "none",
      maxHeight: "0",
      overflow: "hidden",
      opacity: "0",
      msoHide: "all",
      fontSize: "1px",
      lineHeight: "1px",
    },
  },
} as const;

/** Family, size and leading of a cell, which Outlook does not hand down; Chinese lines need more air. */
export const typeFor = (locale: Locale) => ({
  fontFamily: FONTS,
  fontSize: "16px",
  lineHeight: locale === "zh" ? "1.75" : "1.6",
  overflowWrap: "anywhere" as const,
  wordBreak: "break-word" as const,
});

/** What programmes with style sheets add: the colours of the night, and the whole width of a phone. */
export const SHEET = [
  ":root{color-scheme:light dark;supported-color-schemes:light dark}",
  "@media (max-width:480px){.margin{padding:0!important}.card{border:0!important;border-radius:0!important}.head,.body,.foot{padding-left:16px!important;padding-right:16px!important}}",
  "@media (prefers-color-scheme:dark){",
  ".page{background:#0e141c!important}",
  ".card{background:#151c25!important}",
  ".card,.head,.foot,.item{border-color:#313942!important}",
  ".ink{color:#eeebe5!important}.muted{color:#bbb7af!important}.link{color:#7ccbe4!important}",
  ".quote{border-color:#7ccbe4!important}",
  ".primary{background:#7ccbe4!important;border-color:#7ccbe4!important;color:#0e141c!important}",
  ".secondary{background:#151c25!important;border-color:#7ccbe4!important}",
  "}",
].join("");
