/** What happened, and what to do, for each status with which the front refuses; `{minutes}` is the time to wait. */
export const WORDS = {
  fr: {
    400: ["Cette demande n’a pas pu être lue.", "Vérifiez l’adresse, puis réessayez."],
    403: [
      "Ce formulaire a été envoyé depuis un autre site.",
      "Ouvrez la page sur ce site, puis réessayez.",
    ],
    404: ["Cette page n’existe pas.", "Vérifiez l’adresse, ou partez de l’accueil."],
    405: ["Cette méthode n’est pas acceptée ici.", "Ouvrez la page depuis l’accueil du site."],
    408: ["La demande a mis trop de temps à arriver.", "Vérifiez votre connexion, puis réessayez."],
    411: ["La taille de l’envoi n’est pas indiquée.", "Réessayez depuis un navigateur."],
    413: [
      "L’envoi dépasse 1 Mo.",
      "Rien n’a été enregistré. Raccourcissez-le à la page précédente, puis renvoyez-le.",
    ],
    414: ["Cette adresse est trop longue.", "Retirez des filtres, puis réessayez."],
    417: ["Cette attente n’est pas prise en charge.", "Réessayez depuis un navigateur."],
    429: [
      "Vous avez fait trop de demandes en peu de temps.",
      "Réessayez dans {minutes} min. Vos données ne changent pas entre-temps.",
    ],
    431: [
      "Les en-têtes de la demande sont trop longs.",
      "Effacez les cookies de ce site, puis réessayez.",
    ],
    500: [
      "Une erreur est survenue de notre côté.",
      "Ce qui était enregistré n’est pas perdu. Réessayez dans un instant.",
    ],
    503: [
      "Le service est indisponible quelques instants.",
      "Ce qui était enregistré n’est pas perdu. Réessayez dans quelques secondes.",
    ],
  },
  en: {
    400: ["We couldn’t read this request.", "Check the address, then try again."],
    403: ["This form was sent from another site.", "Open the page on our site, then try again."],
    404: ["This page doesn’t exist.", "Check the address, or start from the home page."],
    405: ["We don’t accept this kind of request here.", "Start again from the home page."],
    408: ["The request took too long to arrive.", "Check your connection, then try again."],
    411: ["We can’t tell how large this is.", "Try again from a browser."],
    413: [
      "What you sent is larger than 1 MB.",
      "Nothing was saved. Shorten it on the previous page, then send it again.",
    ],
    414: ["This address is too long.", "Remove some filters, then try again."],
    417: ["We can’t handle this kind of request.", "Try again from a browser."],
    429: [
      "You’ve made too many requests in a short time.",
      "Try again in {minutes} min. Nothing changes in the meantime.",
    ],
    431: [
      "Your browser sent too much with this request.",
      "Clear this site’s cookies, then try again.",
    ],
    500: [
      "Something went wrong on our side.",
      "Nothing you had saved is lost. Try again in a moment.",
    ],
    503: [
      "The service is unavailable for a moment.",
      "Nothing you had saved is lost. Try again in a few seconds.",
    ],
  },
  zh: {
    400: ["无法读取此请求。", "请检查网址后重试。"],
    403: ["此表单来自其他网站。", "请在本站打开页面后重试。"],
    404: ["此页面不存在。", "请检查网址，或从首页开始。"],
    405: ["此处不接受这种请求方式。", "请从首页重新打开。"],
    408: ["发送时间过长。", "请检查网络连接后重试。"],
    411: ["无法得知发送内容的大小。", "请用浏览器重试。"],
    413: ["发送的内容超过1 MB。", "内容未保存。请缩短后从上一页重新发送。"],
    414: ["网址过长。", "请减少筛选条件后重试。"],
    417: ["不支持这种请求。", "请用浏览器重试。"],
    429: ["您在短时间内的请求过多。", "请在{minutes}分钟后重试。您的数据不受影响。"],
    431: ["请求头过长。", "请清除本站的Cookie后重试。"],
    500: ["我们这边出错了。", "已保存的内容不会丢失。请稍后重试。"],
    503: ["服务暂时不可用。", "已保存的内容不会丢失。请过几秒钟再试。"],
  },
};

/** What the pages of the front say beside their news. */
export const LABELS = {
  fr: {
    retry: "Réessayer",
    home: "Revenir à l’accueil",
    reopen: "Rouvrir la page",
    unsent:
      "Votre envoi n’a pas été enregistré. Copiez ce que vous aviez écrit, rouvrez la page, puis renvoyez-le.",
    unsure:
      "Votre envoi n’a peut-être pas été enregistré. Copiez ce que vous aviez écrit, rouvrez la page et vérifiez avant de le renvoyer.",
    typed: "Ce que vous aviez écrit",
    contact: "Si cela dure, écrivez à",
    reference: "Référence :",
    language: "Langue",
  },
  en: {
    retry: "Try again",
    home: "Back to the home page",
    reopen: "Open the page again",
    unsent:
      "What you sent wasn’t saved. Copy what you wrote, open the page again, then send it again.",
    unsure:
      "What you sent may not have been saved. Copy what you wrote, open the page again and check before you send it again.",
    typed: "What you wrote",
    contact: "If it goes on, write to",
    reference: "Reference:",
    language: "Language",
  },
  zh: {
    retry: "重试",
    home: "返回首页",
    reopen: "重新打开页面",
    unsent: "您提交的内容未保存。请复制您填写的文字，重新打开页面后再提交。",
    unsure:
      "您提交的内容可能未保存。请先复制您填写的文字，再重新打开页面查看，确认未保存后重新提交。",
    typed: "您填写的文字",
    contact: "如问题持续，请联系",
    reference: "编号：",
    language: "语言",
  },
};

/** A refusal in one line: for scripts, plain text and whoever has no page. */
export function refusalLine(locale, status, minutes = 1) {
  const said = WORDS[locale][status].join(locale === "zh" ? "" : " ");
  return said.replace("{minutes}", String(minutes));
}
