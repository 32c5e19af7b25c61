import { sentForm } from "./form-body.mjs";
import { escaped, plainPage } from "./plain-page.mjs";
import { localeOf } from "./request-headers.mjs";

const WORDS = {
  fr: {
    title: "Le site vient d’être mis à jour",
    text: "Votre formulaire était ouvert avant la mise à jour : il n’a pas pu être envoyé et rien n’a été enregistré. Copiez ce que vous aviez écrit, rouvrez le formulaire, collez et envoyez.",
    typed: "Ce que vous aviez écrit",
    open: "Rouvrir le formulaire",
  },
  en: {
    title: "The site has just been updated",
    text: "Your form was open before the update: it couldn’t be sent, and nothing was saved. Copy what you wrote, open the form again, paste it and send.",
    typed: "What you wrote",
    open: "Open the form again",
  },
  zh: {
    title: "网站刚刚更新",
    text: "此表单是在更新之前打开的，因此没能提交，也没有保存。请复制您填写的文字，重新打开表单，粘贴后再提交。",
    typed: "您填写的文字",
    open: "重新打开表单",
  },
};

/** What is never shown again; as in lib/core/text/read-form.ts, which a test compares. */
export const SECRET = /password|^code$|token/i;
/** Keys, slugs, days and numbers: chosen or carried along, not written. */
const CARRIED = /^[\da-z:.,_-]*$/;

const STYLE =
  "body{margin:0 auto;max-width:42rem;padding:2rem 1rem;font:1.0625rem/1.6 system-ui,sans-serif}textarea{box-sizing:border-box;width:100%;margin:.5rem 0;padding:.5rem;font:inherit}a{display:inline-block;padding:.625rem 0}";

/** What a person wrote in a form that was sent by a page of ours, by script or without. */
function writtenIn(form) {
  return [...(form ?? [])]
    .filter(([name]) => !/^(\$|_)/.test(name) && !SECRET.test(name))
    .map(([, value]) => value)
    .filter((value) => typeof value === "string" && !CARRIED.test(value.trim()));
}

function page(req, locale, nonce) {
  const words = WORDS[locale];
  const texts = writtenIn(sentForm(req)).map((text, at) => {
    const rows = Math.min(20, 1 + text.split("\n").length + Math.floor(text.length / 60));
    // The first line break after the tag is not part of the text.
    return `<textarea aria-label="${words.typed} ${at + 1}" dir="auto" readonly rows="${rows}">\n${escaped(text)}</textarea>`;
  });
  const typed = texts.length > 0 ? `<h2>${words.typed}</h2>${texts.join("")}` : "";
  const back = escaped(req.url.replace(/^\/+/, "/"));
  const content = `<p>${words.text}</p>${typed}<p><a href="${back}">${words.open}</a></p>`;
  return plainPage(locale, words.title, content, `<style nonce="${nonce}">${STYLE}</style>`);
}

/**
 * Answers a form whose action is gone since the site was updated. The page's script is told by the header it knows and
 * keeps the form; a browser without it gets a page that gives the typed text back.
 */
export function answerGoneForm(req, res, policy) {
  const locale = localeOf(req.url);
  const isScripted = req.headers["next-action"] !== undefined;
  const [, nonce = ""] = policy.match(/style-src[^;]*'nonce-([^']+)'/) ?? [];
  const body = isScripted ? WORDS[locale].title : page(req, locale, nonce);
  res.writeHead(409, {
    "Content-Type": `text/${isScripted ? "plain" : "html"}; charset=utf-8`,
    "Content-Language": locale,
    "Content-Length": Buffer.byteLength(body),
    ...(isScripted && { "x-nextjs-action-not-found": "1" }),
  });
  res.end(body);
}
