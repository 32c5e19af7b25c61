import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { Notice } from "../ui/notice";
import { TakeFocus } from "../ui/take-focus";
import { AsideForm } from "./aside-form";

/** What was set aside: the row's id, and what it is called. */
export type Aside = { id: string; name: string };

type AsideNoticeProps = { aside: Aside; text: string; recall: FormAction; locale: Locale };

/** That something is no longer suggested, with the way back; takes the focus, since the button that had it is gone. */
export function AsideNotice({ aside, text, recall, locale }: AsideNoticeProps) {
  return (
    <div key={aside.id} tabIndex={-1}>
      <TakeFocus still />
      <Notice className="mb-8" live tone="success">
        <p>{text}</p>
        <AsideForm
          about={aside.name}
          action={recall}
          hidden={{ dismissalId: aside.id }}
          label={getTranslator(locale, "matching")("undo")}
          locale={locale}
          scope="undo"
          variant="secondary"
        />
      </Notice>
    </div>
  );
}
