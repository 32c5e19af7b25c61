import type { OwnAccount } from "@/lib/accounts/queries";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";

export type SectionProps = { locale: Locale; viewer: Viewer; account: OwnAccount };
