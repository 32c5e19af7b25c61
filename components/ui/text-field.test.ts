import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { FormState } from "@/lib/core/form-state";
import { readForm } from "@/lib/core/text/read-form";
import { FormContext } from "./form-context";
import { TextField } from "./text-field";

const TYPED = "quatre mots sans aucun lien";

const drawn = (state: FormState) =>
  renderToStaticMarkup(
    createElement(
      FormContext,
      { value: { state, pending: false, pressed: null, scope: "", copy: {} } },
      createElement(TextField, { name: "password", label: "…", type: "password" }),
    ),
  );

const failed = (code: string, values: Record<string, string | string[]>): FormState => ({
  ...{ status: "failed", code, message: "…", values, at: "1" },
});

test("a password that could not be sent is still there", () => {
  expect(drawn(failed("notSent", { password: [TYPED] }))).toContain(`value="${TYPED}"`);
});

test("a password that was sent is not given back", () => {
  const data = new FormData();
  data.set("password", TYPED);
  expect(drawn(failed("wrongSignIn", readForm(data).values))).toContain('value=""');
});
