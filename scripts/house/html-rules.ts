import { type ConfigData, HtmlValidate } from "html-validate";

/**
 * What HTML must be, for pages and mails. Left out of the recommended rules are those of taste (how a tag or an attribute is
 * written) and those that React's own output cannot keep; each stands here with why.
 */
const RULES: ConfigData["rules"] = {
  // React writes `<img/>`, `<br/>` and `selected=""`; both mean the same in HTML.
  "void-style": "off",
  "attribute-boolean-style": "off",
  "attribute-empty-style": "off",
  "doctype-style": "off",
  // React preloads and streams with scripts and links of its own, without integrity on the inline ones.
  "require-sri": "off",
  // Taste, or what the browser tests measure themselves with axe.
  "no-inline-style": "off",
  "no-trailing-whitespace": "off",
  "long-title": "off",
  "tel-non-breaking": "off",
  "prefer-native-element": "off",
  "no-raw-characters": "off",
};

const validator = new HtmlValidate({ extends: ["html-validate:recommended"], rules: RULES });

/** The faults of a document, each as its rule, its words and where; none when it is right. */
export async function htmlFaults(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector ?? "?"})`),
  );
}
