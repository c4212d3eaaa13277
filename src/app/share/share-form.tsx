import Button from "antd/es/button";
import Checkbox from "antd/es/checkbox/Checkbox";
import Radio from "antd/es/radio";
import { useState, useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import { numberOf, useKnownNumbers } from "#app/api/known-numbers.ts";
import { useFormats } from "#app/i18n/use-formats.ts";
import { useShareWords } from "#app/i18n/use-share-words.ts";
import { useCoarse } from "#app/ui/use-coarse.ts";
import { useCopy } from "#app/ui/use-copy.ts";
import type { ViewChange } from "#app/view/change-view.ts";
import { FIGURES_ON_SCREEN } from "#app/view/figures-on-screen.ts";
import { playbackPlace } from "#app/view/playback-place.ts";
import { usePinnedLink } from "#app/view/use-pinned-link.ts";
import { useView } from "#app/view/use-view.tsx";
import { sealedNumbers } from "#contract/filter/sealed-number.ts";
import { isRelative } from "#contract/time/time-range.ts";
import { rangeText } from "#labels/range-text.ts";
import { useShareText } from "./use-share-text.ts";
import classes from "./share-form.module.css";

interface ShareFormProps {
  readonly total: number | undefined;
  readonly onDone: () => void;
}

/** Its choices, what follows from them for who opens the link, and the text as it will be copied. */
export function ShareForm({ total, onDone }: ShareFormProps) {
  const t = useTranslations("share");
  const words = useShareWords();
  const ranges = useTranslations("time.ranges");
  const formats = useFormats();
  const { view, instance, range, asOf } = useView();
  const { time, record, criteria } = view;
  const [isMoving, setMoving] = useState(false);
  const [withCall, setWithCall] = useState(true);
  const [withPlace, setWithPlace] = useState(true);
  // As it was when this was opened: it is said in words.
  const [place = 0] = useState(() => playbackPlace(record) ?? view.position);
  const pinnedLink = usePinnedLink();
  const copyLink = useCopy({ copied: t("copied"), failed: t("failed") });
  const copyText = useCopy({ copied: words.textCopied, failed: t("failed") });
  const known = useKnownNumbers();
  const figures = useSyncExternalStore(FIGURES_ON_SCREEN.subscribe, FIGURES_ON_SCREEN.get);
  const canSend = useCoarse() && "share" in navigator;

  const change: ViewChange = withCall
    ? record === undefined
      ? {}
      : { position: withPlace && place > 0 ? place : undefined }
    : { record: undefined, beside: undefined };
  const link = pinnedLink(change, { isRelative: isMoving, total });
  const absolute = words.absolute(rangeText(range, formats), formats.timeZone);
  const moving = isRelative(time) ? words.relative(ranges(time.relative)) : undefined;
  const seen = isMoving && moving !== undefined ? words.asSeen(moving, absolute) : absolute;
  const text = useShareText({ time: seen, figures, link });
  const masked = sealedNumbers(criteria).map(
    (key) => numberOf(known, instance, key, criteria[key] ?? "")?.masked ?? "…",
  );

  const shortly = words.absolute(rangeText(range, formats, asOf), formats.timeZone);
  // What could not be copied can still be taken by hand.
  const done = (copying: Promise<boolean>) => void copying.then((isCopied) => isCopied && onDone());
  // Who gives it up has not shared it, and needs no word.
  const send = () => void navigator.share({ text }).then(onDone, () => undefined);
  return (
    <div className={classes["form"]}>
      <section>
        <h3 className={classes["title"]}>{words.time}</h3>
        {moving === undefined ? (
          <p className={classes["text"]}>{shortly}</p>
        ) : (
          <Radio.Group
            vertical
            aria-label={words.time}
            value={isMoving}
            onChange={(event) => setMoving(event.target.value === true)}
            options={[
              { value: false, label: shortly },
              { value: true, label: moving },
            ]}
          />
        )}
        {!isMoving && total !== undefined && <p className={classes["note"]}>{words.noted}</p>}
      </section>
      {record !== undefined && (
        <section>
          <h3 className={classes["title"]}>{words.call}</h3>
          <Checkbox checked={withCall} onChange={(event) => setWithCall(event.target.checked)}>
            {words.withCall}
          </Checkbox>
          {place > 0 && (
            <Checkbox
              checked={withCall && withPlace}
              disabled={!withCall}
              onChange={(event) => setWithPlace(event.target.checked)}
            >
              {words.withPlace(formats.seconds(place))}
            </Checkbox>
          )}
        </section>
      )}
      <section>
        <h3 className={classes["title"]}>{words.receivers}</h3>
        <p className={classes["text"]}>{words.rights}</p>
        {masked.length > 0 && (
          <p className={classes["text"]}>{words.number(masked.join(words.between))}</p>
        )}
      </section>
      <section>
        <h3 className={classes["title"]}>{words.asText}</h3>
        <pre className={classes["preview"]} tabIndex={0} aria-label={words.asText}>
          {text}
        </pre>
        {masked.length > 0 && <p className={classes["note"]}>{words.masked}</p>}
      </section>
      <div className={classes["buttons"]}>
        {canSend && <Button onClick={send}>{words.send}</Button>}
        <Button onClick={() => done(copyText(text))}>{words.copyText}</Button>
        <Button type="primary" autoFocus onClick={() => done(copyLink(link))}>
          {t("button")}
        </Button>
      </div>
    </div>
  );
}
