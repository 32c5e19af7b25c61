import { LABELS } from "./refusal-words.mjs";
import { nonceOf } from "./response-headers.mjs";

const LANGUAGE_TAG = { fr: "fr-FR", en: "en-GB", zh: "zh-Hans" };
const LANGUAGE_NAME = { fr: "Français", en: "English", zh: "简体中文" };
const NAME = "OnlyLyon China Business Club";

/** The house's look (app/globals.css) in little: no font, no script, nothing asked for but the sign. */
const STYLE = [
  ":root{color-scheme:light dark;--page:#f9f6f2;--surface:#fefdfb;--ink:#171d26;--soft:#414853;--line:#dedad2;--edge:#8e887f;--link:#11556b;--brand:#cf3a21}",
  "@media(prefers-color-scheme:dark){:root{--page:#0e141c;--surface:#151c25;--ink:#eeebe5;--soft:#bbb7af;--line:#313942;--edge:#6d7580;--link:#7ccbe4;--brand:#fc9a7c}}",
  '*{box-sizing:border-box}body{margin:0;background:var(--page);color:var(--ink);font:1rem/1.6 system-ui,"PingFang SC","HarmonyOS Sans SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;overflow-wrap:anywhere}',
  ":lang(zh){line-height:1.75}header{border-bottom:1px solid var(--line);background:var(--surface)}header>div,main{max-width:72rem;margin:auto;padding:.75rem 1rem}",
  "header>div{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:.25rem 1rem}header img{width:2.25rem;height:2.25rem}",
  ".name{display:flex;align-items:center;gap:.75rem;min-height:2.75rem;color:var(--ink);font-weight:600;text-decoration:none}",
  "ul{display:flex;flex-wrap:wrap;gap:0 .75rem;margin:0;padding:0;list-style:none;font-size:.875rem}li a{display:inline-block;padding:.625rem 0}[aria-current]{color:var(--ink);font-weight:600}",
  "main{padding-block:3rem 4rem}main svg{width:8rem;max-width:100%;height:2.5rem;margin-bottom:1.5rem;fill:none;stroke:var(--brand);stroke-width:2.5;stroke-linecap:round}main svg :last-child{stroke:var(--link)}",
  "h1{margin:0;font-size:1.875rem;line-height:1.25}h2{margin:2rem 0 0;font-size:1.25rem}p{max-width:42rem;margin:.75rem 0 0;color:var(--soft)}.lead{font-size:1.125rem}",
  "a{color:var(--link);text-underline-offset:.22em}.ways{display:flex;flex-wrap:wrap;gap:.75rem;margin-top:2rem}.ways a{padding:.5rem 1.25rem;border:1px solid var(--edge);border-radius:4px;background:var(--surface);color:var(--ink);font-weight:600;text-decoration:none}",
  ".ways a:first-child{border-color:var(--link);background:var(--link);color:var(--page)}.small{font-size:.875rem}:focus-visible{outline:3px solid var(--link);outline-offset:2px}",
  "textarea{width:100%;max-width:42rem;margin:.75rem 0 0;padding:.5rem;border:1px solid var(--edge);border-radius:4px;background:var(--surface);color:var(--ink);font:inherit}",
].join("");

const SIGN =
  '<svg viewBox="0 0 96 32" aria-hidden="true"><path d="M2 8c30 0 34 18 62 18 14 0 22-4 30-10"/><path d="M2 26c30 0 34-18 62-18 14 0 22 4 30 10"/></svg>';

/** A text as HTML, in an element or between double quotation marks. */
export const escaped = (text) =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`).replaceAll("\0", "");

/** The address of a request as a link that stays on this site. */
export const ownAddress = (req) => escaped(req.url.replace(/^[/\\]+/, "/"));

function clubName(locale) {
  const { CLUB_NAME: name = NAME, CLUB_NAME_ZH: chinese } = process.env;
  if (locale !== "zh") return name;
  return chinese || (name === NAME ? "OnlyLyon中国商务俱乐部" : name);
}

/** The same page in the other languages; from an address without a language, their beginnings. */
function languages(req, locale) {
  const [, rest] = ownAddress(req).match(/^\/(?:fr|en|zh)(?=[/?]|$)(.*)$/) ?? ["", ""];
  const links = Object.entries(LANGUAGE_NAME).map(([language, name]) => {
    const isCurrent = language === locale ? ' aria-current="true"' : "";
    return `<li><a href="/${language}${rest}" lang="${LANGUAGE_TAG[language]}"${isCurrent}>${name}</a></li>`;
  });
  return `<nav aria-label="${LABELS[locale].language}"><ul>${links.join("")}</ul></nav>`;
}

/**
 * A page for what is answered without the portal's own: no database, no script. `title` and `text` are texts, `content` is
 * HTML; `policy` is the content security policy it is sent with, whose nonce its style carries.
 */
export function plainPage(req, locale, { title, text, content, policy = "" }) {
  const club = escaped(clubName(locale));
  return [
    `<!DOCTYPE html><html lang="${LANGUAGE_TAG[locale]}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${escaped(title)} · ${club}</title><link rel="icon" href="/favicon.svg"><style nonce="${nonceOf(policy)}">${STYLE}</style></head>`,
    `<body><header><div><a class="name" href="/${locale}"><img src="/favicon.svg" alt="" width="36" height="36">${club}</a>${languages(req, locale)}</div></header>`,
    `<main>${SIGN}<h1>${escaped(title)}</h1><p class="lead">${escaped(text)}</p>${content}</main></body></html>`,
  ].join("");
}
