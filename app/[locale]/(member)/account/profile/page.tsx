import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { ConfirmPanel } from "@/components/members/confirm-panel";
import { PortraitForm } from "@/components/members/portrait-form";
import { ProfileForm } from "@/components/members/profile-form";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { flashRefusal } from "@/lib/core/auth/flash";
import { requireMember } from "@/lib/core/auth/viewer";
import { formCopy, localizedFieldCopy } from "@/lib/core/i18n/form-copy";
import { pickText } from "@/lib/core/i18n/localized-text";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { formatPhone, phoneCountries } from "@/lib/core/text/phone-numbers";
import {
  confirmProfileAction,
  removePortraitAction,
  saveProfileAction,
} from "@/lib/members/actions";
import { isToConfirm } from "@/lib/members/confirmed";
import { shownName } from "@/lib/members/member-card";
import { FIELDS, levelOf, type MemberField } from "@/lib/members/policy";
import { isPortraitRefusal } from "@/lib/members/portrait-refusals";
import { profileCopy } from "@/lib/members/profile-copy";
import { levelOptions, profileOptions, staleMarks } from "@/lib/members/profile-options";
import { getOwnProfile } from "@/lib/members/queries";
import { PROFILE_MAX } from "@/lib/members/schema";

export const generateMetadata = titled("members", "profile.title");

export default async function ProfilePage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const viewer = await requireMember(locale, "/account/profile");
  const found = await getOwnProfile(viewer);
  if (!found) notFound();
  const { refused } = await searchParams;
  const { organisation, organisationCountry, visibility, slug, portrait, confirmedOn, ...profile } =
    found;
  const t = getTranslator(locale, "members");
  const levels = Object.fromEntries(
    FIELDS.map((field) => [field, levelOf(visibility, field)]),
  ) as Record<MemberField, string>;
  return (
    <>
      <PageHeader
        actions={
          <LinkButton
            href={path(locale, `/members/${slug}`, { as: "members" })}
            variant="secondary"
          >
            {t("profile.preview")}
          </LinkButton>
        }
        lead={t("profile.lead")}
        title={t("profile.title")}
      />
      <div className="max-w-4xl space-y-8">
        {isToConfirm(found) ? (
          <ConfirmPanel action={confirmProfileAction} confirmedOn={confirmedOn} locale={locale} />
        ) : null}
        <PortraitForm
          face={shownName(found, locale).face}
          isSet={portrait !== null}
          level={levelOf(visibility, "portrait")}
          levels={levelOptions(locale)}
          locale={locale}
          refusal={await flashRefusal(refused, isPortraitRefusal, { locale, viewer })}
          remove={removePortraitAction}
          slug={slug}
        />
        <ProfileForm
          action={saveProfileAction}
          copy={profileCopy(locale)}
          form={formCopy(locale)}
          idempotencyKey={randomUUID()}
          levels={levelOptions(locale)}
          locale={locale}
          localized={localizedFieldCopy(locale)}
          max={PROFILE_MAX}
          options={profileOptions(locale, profile)}
          profile={{
            ...profile,
            levels,
            phone: profile.phone && formatPhone(profile.phone),
            phoneCountries: phoneCountries(locale, organisationCountry).join(" "),
            organisation: pickText(organisation, locale, profile.originalLocale)?.text ?? null,
          }}
          staleMarks={staleMarks(profile.stale, locale)}
        />
      </div>
    </>
  );
}
