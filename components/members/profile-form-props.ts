import type { FormAction } from "@/lib/core/form-state";
import type { FormCopy, LocalizedFieldCopy } from "@/lib/core/i18n/form-copy";
import type { Locale } from "@/lib/core/i18n/locales";
import type { MemberField } from "@/lib/members/policy";
import type { ProfileCopy } from "@/lib/members/profile-copy";
import type { OwnProfile } from "@/lib/members/queries";
import type { Option, OptionGroup } from "../ui/select-field";

export type ProfileFormProps = {
  action: FormAction;
  locale: Locale;
  idempotencyKey: string;
  form: FormCopy;
  localized: LocalizedFieldCopy;
  copy: ProfileCopy;
  profile: Omit<
    OwnProfile,
    "organisation" | "confirmedOn" | "organisationCountry" | "visibility" | "slug" | "portrait"
  > & {
    organisation: string | null;
    levels: Record<MemberField, string>;
    /** Where a number without country code may be dialled: `cn fr`. */
    phoneCountries: string;
  };
  /** Stale translations as boxes: `bio.en`. */
  staleMarks: Option[];
  levels: Option[];
  options: Record<"locales" | "nameOrders" | "languages" | "cities", Option[]> & {
    sectors: OptionGroup[];
  };
  max: Record<
    "name" | "nameZh" | "jobTitle" | "bio" | "offers" | "needs" | "phone" | "wechat",
    number
  >;
};
