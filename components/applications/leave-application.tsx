import { ANSWERS_FORM, isFormStep } from "@/lib/applications/form-steps";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { buttonStyle } from "../ui/button-style";

type LeaveApplicationProps = { current: string; locale: Locale };

/** Keeps what stands in the page's form, where it has one, and leads out of the application. */
export function LeaveApplication({ current, locale }: LeaveApplicationProps) {
  const words = getTranslator(locale, "applications")("form.leave");
  const style = buttonStyle("secondary", "small");
  const [, , step = ""] = current.split(/[/?]/);
  if (!isFormStep(step)) {
    return (
      <a className={style} href={path(locale, "/")}>
        {words}
      </a>
    );
  }
  return (
    <>
      {/* Enter in a field presses the first button of its form, and this header stands before the page. */}
      <button
        aria-hidden="true"
        className="sr-only"
        form={ANSWERS_FORM}
        name="intent"
        tabIndex={-1}
        type="submit"
        value="continue"
      />
      <button className={style} form={ANSWERS_FORM} name="intent" type="submit" value="leave">
        {words}
      </button>
    </>
  );
}
