import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { path } from "@/lib/core/paths";
import { type Noun, pageOf } from "@/lib/entries/noun";
import { nounWords } from "@/lib/entries/noun-words";
import { Checkbox } from "../ui/checkbox";
import { MoveForm } from "../ui/move-form";

type DraftRemovalFormProps = {
  noun: Noun;
  action: FormAction;
  own: { id: string; version: number; slug: string };
  locale: Locale;
};

/** For good: what follows is read first, then ticked, then sent. */
export function DraftRemovalForm({ noun, action, own, locale }: DraftRemovalFormProps) {
  const say = nounWords(noun, locale);
  const { id, version, slug } = own;
  return (
    <div className="max-w-measure space-y-5">
      <p>{say("remove.consequence")}</p>
      <MoveForm
        action={action}
        className="space-y-5"
        hidden={{ [`${noun.kind}Id`]: id, version: String(version) }}
        label={say("remove.confirm")}
        locale={locale}
        scope="remove"
        variant="danger"
      >
        <Checkbox label={say("remove.tick")} name="understood" required value="on" />
      </MoveForm>
      <p>
        <a href={path(locale, pageOf({ entryKind: noun.kind, slug }))}>{say("remove.keep")}</a>
      </p>
    </div>
  );
}
