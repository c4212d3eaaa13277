import Button from "antd/es/button";
import { useRef, type KeyboardEvent } from "react";
import { useTranslations } from "use-intl";
import type { PeaksReply } from "#contract/api/recording.ts";
import { clockText } from "./clock-text.ts";
import { playerStep, speedAfter, SPEEDS, type PlayerStep } from "./player-key.ts";
import { useSound, type Loop } from "./use-sound.ts";
import { useWave } from "./use-wave.ts";
import classes from "./recording.module.css";

interface PlayerProps {
  readonly instance: string;
  readonly contactId: string;
  /** Undefined where the recording can be heard, but not drawn. */
  readonly peaks: PeaksReply | undefined;
  /** Seconds from its beginning, in order. */
  readonly events: readonly number[];
}

/** Plays a recording, which is fetched piece by piece as it is heard. */
export function Player({ instance, contactId, peaks, events }: PlayerProps) {
  const t = useTranslations("recording");
  const errors = useTranslations("errors");
  const wave = useRef<HTMLDivElement>(null);
  const sound = useSound({ instance, contactId, peaks });
  const { at, duration, isPlaying, speed, loop, skips, hasFailed } = sound;
  useWave(wave, sound.audio, peaks);
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
        onPointerDown={({ clientX, currentTarget, button }) => {
          const { left, width } = currentTarget.getBoundingClientRect();
          if (button === 0) sound.goTo(((clientX - left) / width) * duration);
        }}
      >
        <div ref={wave} className={classes["wave"]} />
        {loop !== undefined && <LoopMark loop={loop} duration={duration} />}
        <span
          className={classes["cursor"]}
          style={{ insetInlineStart: `${duration > 0 ? (100 * at) / duration : 0}%` }}
        />
      </div>
      <div className={classes["controls"]}>
        <Button size="small" type="primary" onClick={sound.toggle}>
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
            disabled={next === undefined}
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

function LoopMark({ loop, duration }: { loop: Loop; duration: number }) {
  const end = loop.to ?? loop.from;
  return (
    <span
      className={classes["loop"]}
      style={{
        insetInlineStart: `${(100 * loop.from) / duration}%`,
        inlineSize: `${(100 * (end - loop.from)) / duration}%`,
      }}
    />
  );
}
