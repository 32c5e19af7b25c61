"use client";

import { Checkbox } from "../ui/checkbox";
import { useField } from "../ui/form-context";
import { Notice } from "../ui/notice";

export type KnownCopy = {
  title: string;
  /** Of the same name, of the same number. */
  text: string;
  numberText: string;
  link: string;
  isAnother: string;
  /** The page that shows what is known, to be asked with what is typed. */
  href: string;
  /** The refusal that says so. */
  refusal: string;
};

type KnownOrganisationProps = {
  copy: KnownCopy;
  /** The field of the name that is asked for. */
  nameField: string;
  isAnother?: boolean;
};

/** After a refusal because the club has it: the way to it, or the box that says that it is another one. */
export function KnownOrganisation({ copy, nameField, isAnother = false }: KnownOrganisationProps) {
  const field = useField("isAnother");
  const siren = useField("siren");
  const siret = useField("siret");
  const vat = useField("vat");
  const uscc = useField("uscc");
  const name = useField(nameField).kept();
  const taken = [siren, uscc].find(({ error }) => error === copy.refusal);
  const wasTicked = field.keptList(isAnother ? ["on"] : []).includes("on");
  // The SIREN may have been given within another number only.
  const typed = (taken === siren ? [siren, siret, vat] : [uscc]).map((one) => one.kept());
  const registrationId = (taken && typed.find(Boolean)) ?? "";
  const asked = new URLSearchParams({ name, registrationId });
  return (
    <>
      {field.error || taken ? (
        <Notice title={copy.title} tone="warning">
          <p>{taken ? copy.numberText : copy.text}</p>
          <p className="mt-2">
            <a href={`${copy.href}?${asked}`} rel="noopener" target="_blank">
              {copy.link}
            </a>
          </p>
        </Notice>
      ) : null}
      {field.error || wasTicked ? (
        <Checkbox defaultChecked={isAnother} label={copy.isAnother} name="isAnother" value="on" />
      ) : null}
    </>
  );
}
