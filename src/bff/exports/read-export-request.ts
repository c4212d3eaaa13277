import { BffError } from "#bff/http/bff-error.ts";
import { refuseProblems } from "#bff/http/read-query.ts";
import { LOCALES, type Locale } from "#contract/api/locales.ts";
import { WHOLE_FORMATS, type WholeFormat } from "#contract/api/whole-export.ts";
import { isOneOf } from "#contract/record/enums.ts";
import { readView } from "#contract/view/view-codec.ts";
import type { View } from "#contract/view/view.ts";

export interface ExportRequest {
  readonly view: View;
  /** The parameters of the view, as they were written. */
  readonly asked: string;
  readonly format: WholeFormat;
  readonly locale: Locale;
  readonly inFrames: boolean;
  readonly reason: string | undefined;
  readonly after: string | undefined;
}

const LONGEST_REASON = 200;

/** @throws BffError `invalid_parameter` that names it */
export function readExportRequest(params: URLSearchParams): ExportRequest {
  const ofView = new URLSearchParams(params);
  const one = (name: string) => {
    const [value, ...more] = params.getAll(name);
    ofView.delete(name);
    if (more.length > 0) refuseProblems([{ name, value: value ?? "", reason: "repeated" }]);
    return value;
  };
  const option = <Option extends string>(
    name: string,
    options: readonly Option[],
    text?: string,
  ) => {
    const value = text ?? "";
    if (isOneOf(options, value)) return value;
    throw new BffError("invalid_parameter", {
      field: name,
      detail: `It must be one of ${options.join(", ")}.`,
    });
  };
  const format = option("format", WHOLE_FORMATS, one("format"));
  const locale = option("locale", LOCALES, one("locale") ?? LOCALES[0]);
  const inFrames = option("frames", ["0", "1"], one("frames") ?? "0") === "1";
  const reason = one("reason")?.trim();
  const after = one("after");
  if (reason !== undefined && (reason === "" || reason.length > LONGEST_REASON))
    throw new BffError("invalid_parameter", {
      field: "reason",
      detail: `It must have 1 to ${LONGEST_REASON} characters.`,
    });
  const { view, problems } = readView(ofView);
  refuseProblems(problems);
  return { view, asked: ofView.toString(), format, locale, inFrames, reason, after };
}
