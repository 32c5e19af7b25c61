import { Fragment, isValidElement, type ReactNode } from "react";

const NAMES: Record<string, string> = { className: "class", charSet: "charset" };
const EMPTY = new Set(["br", "img", "meta"]);
const ESCAPED: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#x27;",
};

const escaped = (text: string) => text.replace(/[&<>"']/g, (char) => ESCAPED[char] ?? char);

/** `msoPaddingAlt` as style sheets write it. */
const hyphenated = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function attribute(name: string, value: unknown): string {
  if (name === "children" || value === undefined || value === null) return "";
  const written =
    typeof value === "object"
      ? Object.entries(value).map(([key, one]) => `${hyphenated(key)}:${one}`)
      : [String(value)];
  return ` ${NAMES[name] ?? name}="${escaped(written.join(";"))}"`;
}

/**
 * HTML of elements without state: text escaped, as `renderToStaticMarkup` of react-dom writes it, which refuses to run
 * where mails are sent and previewed (the `react-server` condition). Knows what mails are made of: functions, fragments,
 * attributes of text, styles whose values are written out.
 */
export function staticMarkup(node: ReactNode): string {
  if (Array.isArray(node)) return node.map(staticMarkup).join("");
  if (node === null || node === undefined || typeof node === "boolean") return "";
  if (!isValidElement<Record<string, unknown>>(node)) return escaped(String(node));
  const { type, props } = node;
  if (typeof type === "function") {
    return staticMarkup((type as (given: typeof props) => ReactNode)(props));
  }
  const inner = staticMarkup(props.children as ReactNode);
  if ((type as unknown) === Fragment) return inner;
  const attributes = Object.entries(props).map(([name, value]) => attribute(name, value));
  const start = `<${type}${attributes.join("")}>`;
  return EMPTY.has(String(type)) ? start : `${start}${inner}</${type}>`;
}
