import Button from "antd/es/button";
import { useRef, type KeyboardEvent } from "react";
import { useTranslations } from "use-intl";
import { useRecordingWords } from "#app/i18n/use-call-words.ts";
import type { Peaks } from "#contract/api/recording.ts";
import { clockText } from "./clock-text.ts";
import {
  fittingPlace,
  shareOf,
  stretchDrawn,
  type PlaceOnAxis,
  type Stretch,
} from "./place-on-axis.ts";
import { playerStep, speedAfter, SPEEDS, type PlayerStep } from "./player-key.ts";
import { useSound } from "./use-sound.ts";
import { useWave } from "./use-wave.ts";
import classes from "./recording.module.css";

interface PlayerProps {
  readonly instance: string;
  readonly contactId: string;
  /** Undefined where the recording can be heard, but not drawn. */
  readonly peaks: Peaks | undefined;
  /** Undefined where nobody knows when in the call it begins. */
  readonly place: PlaceOnAxis | undefined;
}

/** Plays a recording, which is fetched piece by piece as it is heard. */
export function Player({ instance, contactId, peaks, place: said }: PlayerProps) {
  const t = useRecordingWords();
  const errors = useTranslations("errors");
  const wave = useRef<HTMLDivElement>(null);
  const sound = useSound({ instance, contactId, peaks });
  const { at, duration, isPlaying, speed, loop, skips, hasFailed } = sound;
  // Where it does not fit into its call nobody knows which of its seconds an event is at, either.
  const place = fittingPlace(said, duration);
  const drawn = stretchDrawn(place, duration);
  const { from, to } = drawn;
  useWave(wave, peaks, Math.max(0, from), Math.min(to, duration));
  const events = place?.events ?? [];
  const next = events.find((second) => second > at + 0.5 && second < duration);

  function take(step: PlayerStep) {
    if (step.do === "toggle") sound.toggle();
    else if (step.do === "move") sound.goTo(at + step.seconds);
    else if (step.do === "go") sound.goTo(step.to === "start" ? 0 : duration);
    else sound.setSpeed(speedAfter(speed, step.by));
  }
  function onKeyDown(event: KeyboardEvent) {
    const { target } = event;
    const role = target instanceof Element ? target.getAttribute("role") : null;
    const isButton = target instanceof HTMLButtonElement;
    const step = playerStep(event, role === "slider" ? "slider" : isButton ? "button" : "other");
    if (step === undefined) return;
    event.preventDefault();
    // Or the drawer would go to another call.
    event.stopPropagation();
    take(step);
  }
  return (
    // Its keys are heard wherever within it the focus is; what can be pressed has roles of its own.
    <div role="group" aria-label={t("player")} onKeyDown={onKeyDown} className={classes["player"]}>
      <div
        role="slider"
        tabIndex={0}
        aria-label={t("position")}
        aria-valuemin={0}
        aria-valuemax={Math.floor(duration)}
        aria-valuenow={Math.floor(at)}
        aria-valuetext={t("atOf", { at: clockText(at), length: clockText(duration) })}
        className={classes["slider"]}
        // Not as the finger comes down: it may be about to scroll.
        onClick={({ clientX, currentTarget }) => {
          const { left, width } = currentTarget.getBoundingClientRect();
          sound.goTo(from + ((clientX - left) / width) * (to - from));
        }}
      >
        <div
          ref={wave}
          className={classes["wave"]}
          style={placeStyle(drawn, { from: 0, to: duration })}
        />
        {at > from && (
          <span className={classes["heard"]} style={placeStyle(drawn, { from: 0, to: at })} />
        )}
        {loop !== undefined && (
          <span
            className={classes["loop"]}
            style={placeStyle(drawn, { from: loop.from, to: loop.to ?? loop.from })}
          />
        )}
        {at >= from && at <= to && (
          <span
            className={classes["cursor"]}
            style={{ insetInlineStart: `${100 * shareOf(drawn, at)}%` }}
          />
        )}
      </div>
      <div className={classes["controls"]}>
        <Button size="small" onClick={sound.toggle}>
          {isPlaying ? t("pause") : t("play")}
        </Button>
        <span className={classes["clock"]}>{`${clockText(at)} / ${clockText(duration)}`}</span>
        <Button
          size="small"
          aria-label={t("speed", { speed })}
          onClick={() => sound.setSpeed(speed === 2 ? SPEEDS[0] : speedAfter(speed, 1))}
        >
          {`${speed}×`}
        </Button>
        {peaks !== undefined && (
          <Button size="small" aria-pressed={skips} onClick={sound.toggleSkips}>
            {t("skipSilence")}
          </Button>
        )}
        <Button size="small" aria-pressed={loop !== undefined} onClick={sound.markLoop}>
          {t(loop === undefined ? "loopFrom" : loop.to === undefined ? "loopTo" : "loopOff")}
        </Button>
        {events.length > 0 && (
          <Button
            size="small"
            // Not disabled: at the last event it would lose the focus.
            aria-disabled={next === undefined}
            className={next === undefined ? (classes["off"] ?? "") : ""}
            onClick={() => next !== undefined && sound.goTo(next)}
          >
            {t("nextEvent")}
          </Button>
        )}
      </div>
      {hasFailed && (
        <p role="alert" className={classes["state"]}>
          {t("failed")}{" "}
          <Button size="small" onClick={sound.reload}>
            {errors("retry")}
          </Button>
        </p>
      )}
    </div>
  );
}

/** A stretch of the recording, as much of it as is drawn. */
function placeStyle(drawn: Stretch, { from, to }: Stretch) {
  const [start, end] = [from, to].map((second) => Math.min(Math.max(shareOf(drawn, second), 0), 1));
  const [left = 0, right = 0] = [start, end];
  return { insetInlineStart: `${100 * left}%`, inlineSize: `${100 * (right - left)}%` };
}
