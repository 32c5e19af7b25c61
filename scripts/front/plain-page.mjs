const LANGUAGE_TAG = { fr: "fr-FR", en: "en-GB", zh: "zh-Hans" };

/** A text as HTML, in an element or between double quotation marks. */
export const escaped = (text) =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`).replaceAll("\0", "");

/** A bare page for what is answered without the portal's own: its title is a text, `content` and `head` are HTML. */
export function plainPage(locale, title, content, head = "") {
  const words = escaped(title);
  return `<!doctype html><html lang="${LANGUAGE_TAG[locale]}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${words}</title>${head}</head><body><main><h1>${words}</h1>${content}</main></body></html>`;
}
