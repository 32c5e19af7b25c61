import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { Button } from "../ui/button";
import { SimilarNote } from "../ui/similar-note";
import { TextField } from "../ui/text-field";

type FindFormProps = { locale: Locale; asked: { name: string; number: string } };

/** The first question about a new organisation: whether the club knows it. Its answer is an address. */
export function FindForm({ locale, asked }: FindFormProps) {
  const t = getTranslator(locale, "organisations");
  return (
    <form
      action={path(locale, "/organisations/new")}
      autoComplete="off"
      className="max-w-2xl space-y-7"
    >
      <TextField
        autoComplete="organization"
        defaultValue={asked.name}
        hint={t("find.nameHint")}
        label={t("find.name")}
        name="name"
        required
      />
      <TextField
        autoComplete="off"
        defaultValue={asked.number}
        hint={t("find.numberHint")}
        label={t("find.number")}
        name="registrationId"
        spellCheck={false}
        width="medium"
      />
      <SimilarNote
        copy={{
          found: t("find.live", { names: "{names}" }),
          link: t("find.liveLink"),
          href: "#continue",
          source: `/api/organisations/similar?locale=${locale}`,
        }}
        fields={["name", "registrationId"]}
      />
      <div id="continue">
        <Button type="submit">{t("find.submit")}</Button>
      </div>
    </form>
  );
}
