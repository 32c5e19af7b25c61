import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { StructuredData } from "./structured-data";

test("what it says is read as it is, and ends no script", () => {
  const data = { name: `</script><script>alert("1")</script><!-- & é 里昂` };
  const html = renderToString(createElement(StructuredData, { data }));
  const [, text = ""] = /^<script type="application\/ld\+json">([^<]*)<\/script>$/.exec(html) ?? [];
  expect(JSON.parse(text)).toEqual({ "@context": "https://schema.org", ...data });
});
