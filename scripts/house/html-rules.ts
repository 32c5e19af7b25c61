import { type ConfigData, HtmlValidate, StaticConfigLoader } from "html-validate";

/** Left out of the recommended rules, each with why: what HTML allows, or what other tests of ours measure. */
const RULES: ConfigData["rules"] = {
  // Two ways to write the same.
  "attribute-boolean-style": "off",
  "attribute-empty-style": "off",
  "doctype-style": "off",
  "no-raw-characters": "off",
  "no-redundant-for": "off",
  "no-trailing-whitespace": "off",
  "void-style": "off",
  // React's own names of attributes (`charSet`, `hrefLang`) and ids (`_R_`); HTML reads both.
  "attr-case": ["error", { style: ["lowercase", "camelcase"] }],
  "valid-id": ["error", { relaxed: true }],
  // Boxes of one question share its name; ours are read by `getAll`.
  "form-dup-name": ["error", { shared: ["radio", "button", "reset", "submit", "checkbox"] }],
  // ARIA allows a name on a list, and mails want styles of their own; long titles are a matter of taste.
  "aria-label-misuse": ["error", { allowAnyNamable: true }],
  "no-inline-style": "off",
  "long-title": "off",
  "prefer-native-element": "off",
  "tel-non-breaking": "off",
  // A form that only gives refused words back has nothing to send.
  "wcag/h32": "off",
  // Scripts and styles of ours are on our own host; their integrity is tried in e2e/hard.
  "require-sri": "off",
};

type Resolved = ReturnType<StaticConfigLoader["getConfigFor"]>;

/** All documents are held to the same rules: putting them together takes as long as half a page. */
class SameForAll extends StaticConfigLoader {
  #resolved: Resolved | undefined;
  override getConfigFor(handle: string): Resolved {
    this.#resolved ??= super.getConfigFor(handle);
    return this.#resolved;
  }
}

const validator = new HtmlValidate(
  new SameForAll({ extends: ["html-validate:recommended"], rules: RULES }),
);

/** React writes an empty `action` for a form whose action is a function, and finds it again by a hidden field. */
const REACTS_ACTION = / action="" encType="multipart\/form-data" method="POST"/g;

/** The faults of a document, each as its rule, its words and where; none when it is right. */
export async function htmlFaults(html: string): Promise<string[]> {
  const own = html.replaceAll(REACTS_ACTION, ' enctype="multipart/form-data" method="POST"');
  const { results } = await validator.validateString(own);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector ?? "?"})`),
  );
}
