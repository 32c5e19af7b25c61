import { PageProse } from "@/components/pages/page-prose";
import { ValueList } from "@/components/pages/value-list";
import { requireStaff } from "@/lib/core/auth/viewer";
import { today } from "@/lib/core/dates";
import { env } from "@/lib/core/env";
import type { Locale } from "@/lib/core/i18n/locales";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { savePageAction, submitPageAction, submitRevisionAction } from "@/lib/pages/actions";
import { pageValues } from "@/lib/pages/club-values";
import { type ClubPage, isClubPage, listGaps, PAGES, type PageContent } from "@/lib/pages/page";
import { pageView } from "@/lib/pages/page-view";
import { EditPage, type EditPageProps, editMetadata } from "../../../../../(club)/entry-edit-page";

const ACTIONS = {
  save: savePageAction,
  submit: submitPageAction,
  submitRevision: submitRevisionAction,
};

export const generateMetadata = editMetadata(PAGES);

export default async function EditClubPage(props: EditPageProps) {
  const locale = await pageLocale(props.params);
  return (
    <EditPage
      {...props}
      actions={ACTIONS}
      below={{ text: <ValueList locale={locale} values={pageValues(locale)} /> }}
      check={async ({ entry: { slug, content } }) => ({
        children: isClubPage(slug) ? (
          <Preview content={content} locale={locale} page={slug} />
        ) : null,
      })}
      enter={requireStaff}
      listGaps={(content) => listGaps(content, today())}
      noun={PAGES}
    />
  );
}

type PreviewProps = { page: ClubPage; content: PageContent; locale: Locale };

/** The text with its values in place. */
function Preview({ page, content, locale }: PreviewProps) {
  return (
    <section aria-labelledby="preview" className="border-hairline border-y py-8">
      <h3 className="mb-6 font-semibold text-lg" id="preview">
        {getTranslator(locale, "clubPages")("preview")}
      </h3>
      <PageProse
        body={pageView(page, content, locale).body}
        contact={env().CLUB_CONTACT}
        locale={locale}
      />
    </section>
  );
}
