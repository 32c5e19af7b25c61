import { ownAddress, plainPage } from "./plain-page.mjs";
import { localeOf } from "./request-headers.mjs";
import { typedWords } from "./typed-words.mjs";

const WORDS = {
  fr: {
    title: "Le site vient d’être mis à jour",
    text: "Votre formulaire était ouvert avant la mise à jour : il n’a pas pu être envoyé et rien n’a été enregistré. Copiez ce que vous aviez écrit, rouvrez le formulaire, collez et envoyez.",
    typed: "Ce que vous aviez écrit",
    open: "Rouvrir le formulaire",
  },
  en: {
    title: "The site has just been updated",
    text: "You opened your form before the update, so it couldn’t be sent and nothing was saved. Copy what you wrote, open the form again, paste it and send.",
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

function page(req, locale, policy) {
  const { title, text, typed, open } = WORDS[locale];
  const way = `<p class="ways"><a href="${ownAddress(req)}">${open}</a></p>`;
  return plainPage(req, locale, { title, text, content: typedWords(req, typed) + way, policy });
}

/**
 * Answers a form whose action is gone since the site was updated, with a page that gives the typed text back: the form
 * of a browser without script, since a page's script keeps its own.
 */
export function answerGoneForm(req, res, policy) {
  const locale = localeOf(req.url);
  const body = page(req, locale, policy);
  res.writeHead(409, {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Language": locale,
    "Content-Length": Buffer.byteLength(body),
  });
  res.end(body);
}
