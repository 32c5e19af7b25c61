import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { Resting } from "@/lib/mailings/queries";
import { MoveForm } from "../ui/move-form";
import { PersonWords } from "../ui/person-words";
import { VisuallyHidden } from "../ui/visually-hidden";

type RestingAddressesProps = { rows: Resting[]; again: FormAction; locale: Locale };

/** Whose letters came back, each with the way to write there again. */
export function RestingAddresses({ rows, again, locale }: RestingAddressesProps) {
  const t = getTranslator(locale, "mailings");
  return (
    <>
      <p className="mb-4 max-w-measure">{t("resting.lead")}</p>
      <ul>
        {rows.map(({ accountId, name, address }) => (
          <li
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-hairline border-t py-3"
            key={accountId}
          >
            <p>
              <span className="font-semibold">
                <PersonWords words={name} />
              </span>{" "}
              <span className="break-all text-muted">{address}</span>
            </p>
            <MoveForm
              action={again}
              hidden={{ accountId }}
              label={
                <>
                  <span aria-hidden>{t("resting.again")}</span>
                  <VisuallyHidden>{t("resting.againNamed", { name })}</VisuallyHidden>
                </>
              }
              locale={locale}
              scope={`again-${accountId}`}
              size="small"
              variant="secondary"
            />
          </li>
        ))}
      </ul>
    </>
  );
}
